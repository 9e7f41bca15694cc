/** `last seen` is written at most this often. */
export const seenEveryMs = 5 * 60_000;

export const sessionCookie = 'guitai_session';
export const deviceCookie = 'guitai_device';

const day = 24 * 3600;
const year = 365 * day;

/** `Set-Cookie` of a session: no script reads it, no other site's form sends it. */
export const cookieLine = (name: string, value: string, seconds: number, secure: boolean): string =>
  `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

/** The two cookies of a fresh sign-in: the session, and the mark by which this device is known to the account. */
export const signedInCookies = (
  token: string,
  mark: string,
  days: number,
  secure: boolean,
): string[] => [
  cookieLine(sessionCookie, token, days * day, secure),
  cookieLine(deviceCookie, mark, year, secure),
];

/** Takes the session cookie away. */
export const signedOutCookie = (secure: boolean): string =>
  cookieLine(sessionCookie, '', 0, secure);

/** One cookie out of a `Cookie` header. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return null;
}

const browsers: ReadonlyArray<readonly [RegExp, string]> = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: ReadonlyArray<readonly [RegExp, string]> = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

const nameIn = (table: typeof browsers, agent: string): string | null =>
  table.find(([pattern]) => pattern.test(agent))?.[1] ?? null;

/** Browser and system in words a person recognises, e.g. `Chrome, Windows`. */
export function deviceWords(agent: string): string {
  const words = [nameIn(browsers, agent), nameIn(systems, agent)].filter((word) => word !== null);
  return words.length > 0 ? words.join(', ') : agent.slice(0, 60) || 'unknown';
}
