/** What this browser keeps for one site: nothing before the first word. */

/** Storage may be forbidden in a frame of another site; then the chat lives as long as its page. */
const store = (): Record<string, string> => {
  try {
    return localStorage;
  } catch {
    return memory;
  }
};
const memory: Record<string, string> = {};

/** Reads and writes keys that are bound to the site. */
export const keep = (site: string) => {
  const prefix = `guitai:${site}:`;
  return {
    prefix,
    get: (name: string): string | null => store()[prefix + name] ?? null,
    set: (name: string, value: string | null) => {
      if (value === null) delete store()[prefix + name];
      else
        try {
          store()[prefix + name] = value;
        } catch {
          // No room left: this word is kept by the open page alone.
        }
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
