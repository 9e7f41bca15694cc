/** What this browser keeps for one site: nothing before the first word. */

/** Kept here where storage is forbidden; short values also in a cookie of this site alone. */
let jar: Record<string, string>;

/**
 * A browser that blocks third-party data forbids storage in a frame of another site, but not a partitioned cookie,
 * which only this frame on this very site can read. It goes to `/widget/` alone and the server never looks at it.
 */
const store = (): Record<string, string> => {
  try {
    return localStorage;
  } catch {
    jar ??= Object.fromEntries(document.cookie.split('; ').map((pair) => pair.split('=')));
    return jar;
  }
};

const LONGEST = 99;
const YEAR_S = 3e7;

/** Reads and writes keys that are bound to the site. */
export const keep = (site: string) => {
  const prefix = `guitai:${site}:`;
  return {
    prefix,
    get: (name: string): string | null => store()[prefix + name] ?? null,
    set: (name: string, value: string | null) => {
      const key = prefix + name;
      const place = store();
      if (value) {
        try {
          place[key] = value;
        } catch {
          // No room left: this word is kept by the open page alone.
        }
      } else delete place[key];
      if (place === jar && `${value}`.length < LONGEST)
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is younger than the browsers we serve
        document.cookie = `${key}=${value};max-age=${value ? YEAR_S : 0};path=/widget/;samesite=none;secure;partitioned`;
    },
    /** Names under this site that begin so. */
    names: (start: string): string[] =>
      Object.keys(store())
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length)),
  };
};

export type Keep = ReturnType<typeof keep>;

/** Random bits as base64url text: 32 bytes for a visitor's secret, 16 for a client key. */
export const randomText = (bytes: number): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
