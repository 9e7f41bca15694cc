/** 95 % on both sides. */
const z = 1.959964;
/** Below so many uses nothing is said. */
export const fewest = 30;

export interface Share {
  readonly count: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** A share with the range in which the true one lies (Wilson 1927), which stays honest for few and for extreme counts. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, share: 0, low: 0, high: 1 };
  const p = count / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of));
  const round = (n: number) => Math.round(Math.min(1, Math.max(0, n)) * 10_000) / 10_000;
  return { count, share: round(p), low: round(middle - reach), high: round(middle + reach) };
}

/**
 * The variant that is better beyond chance: two-sided test of two shares between the best and each other one, the risk
 * divided among the comparisons (Bonferroni); null when any has too few uses or the difference may be chance.
 */
export function betterOf(counts: readonly { used: number; paid: number }[]): number | null {
  if (counts.length < 2 || counts.some(({ used }) => used < fewest)) return null;
  const rates = counts.map(({ used, paid }) => paid / used);
  const best = rates.indexOf(Math.max(...rates));
  const needed = normalQuantile(1 - 0.025 / (counts.length - 1));
  const clear = counts.every((other, n) => n === best || gap(counts[best], other) > needed);
  return clear ? best : null;
}

function gap(a: { used: number; paid: number } | undefined, b: { used: number; paid: number }) {
  if (!a) return 0;
  const pooled = (a.paid + b.paid) / (a.used + b.used);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / a.used + 1 / b.used));
  return spread === 0 ? 0 : (a.paid / a.used - b.paid / b.used) / spread;
}

/** Inverse of the normal distribution by halving; exact to eight digits, which is more than enough here. */
function normalQuantile(p: number): number {
  let low = 0;
  let high = 8;
  for (let n = 0; n < 60; n += 1) {
    const middle = (low + high) / 2;
    if (cumulative(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

/** Abramowitz and Stegun 26.2.17. */
function cumulative(x: number): number {
  const t = 1 / (1 + 0.2316419 * x);
  const tail =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}
