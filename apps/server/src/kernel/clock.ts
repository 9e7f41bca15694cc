/** Milliseconds since 1970 in UTC. The one place where the kernel and the modules read the time, so that tests can move it. */
export const clock = { now: (): number => Date.now() };

/** The present instant. */
export const now = (): Date => new Date(clock.now());

const days = new Map<string, Intl.DateTimeFormat>();

/** Today in a time zone (IANA name) as `YYYY-MM-DD`. */
export function localDay(timezone: string): string {
  const known = days.get(timezone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: timezone });
  days.set(timezone, known);
  return known.format(now());
}
