const minute = 60;
const hour = 3600;

/** Seconds between the tries of one delivery: fourteen tries over 28 hours. */
const waits = [
  5,
  15,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  3 * hour,
  4 * hour,
  5 * hour,
  6 * hour,
  6 * hour,
];

/** Tries in a row that must go wrong, and for how long, before a webhook is paused. */
const pauseAfter = { failures: 20, seconds: 24 * hour };

/** Seconds until the next try after so many, or null when it is given up. A receiver may ask for more, up to an hour. */
export function waitAfter(attempts: number, asked = 0): number | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : Math.max(wait, Math.min(asked, hour));
}

/** Seconds a whole webhook rests after so many failures in a row: a receiver that is down is not asked for every event. */
export const restAfter = (failures: number): number =>
  failures < 3 ? 0 : Math.min(2 ** (failures - 3), 5 * minute);

/** Whether a webhook has failed often and long enough to be paused. */
export const isHopeless = (failures: number, failingSeconds: number): boolean =>
  failures >= pauseAfter.failures && failingSeconds >= pauseAfter.seconds;

/** `Retry-After` in seconds; dates are left aside. */
export function askedWait(header: string | string[] | undefined): number {
  return typeof header === 'string' && /^\d{1,6}$/.test(header) ? Number(header) : 0;
}
