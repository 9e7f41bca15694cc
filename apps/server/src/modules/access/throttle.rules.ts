/** Wrong tries that cost nothing but themselves. */
export const freeTries = 10;

const firstDelaySeconds = 30;
const longestDelaySeconds = 900;

/** A counter forgets after this long without a wrong try. */
export const forgetAfterMs = 24 * 3600_000;

export interface Tries {
  readonly failures: number;
  readonly lastFailedAt: Date;
}

/** Seconds still to wait before the next try: 30 s after ten wrong ones, doubling up to 15 minutes. */
export function secondsToWait(tries: Tries | null, now: Date): number {
  if (!tries || tries.failures < freeTries) return 0;
  const passed = now.getTime() - tries.lastFailedAt.getTime();
  if (passed >= forgetAfterMs) return 0;
  const delay = Math.min(
    firstDelaySeconds * 2 ** (tries.failures - freeTries),
    longestDelaySeconds,
  );
  return Math.max(0, Math.ceil(delay - passed / 1000));
}

/** The counter after one more try; an old one starts again. */
export const failuresAfter = (tries: Tries | null, now: Date): number =>
  tries && now.getTime() - tries.lastFailedAt.getTime() < forgetAfterMs ? tries.failures + 1 : 1;
