/** Milliseconds before attempt `n` (from 0): doubles from 1 s to 30 s, with full jitter so that a crowd spreads out. */
export const backoffMs = (n: number, random = Math.random()): number =>
  300 + random * Math.min(30_000, 1000 * 2 ** n);
