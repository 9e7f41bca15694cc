import { clock } from './clock.ts';
import { type Refusal, refuse } from './refusal.ts';

export interface Rate {
  /** How many at once. */
  readonly burst: number;
  /** How many more each second. */
  readonly perSecond: number;
}

const mostKeys = 50_000;

/** Buckets by key in this process's memory: enough against a flood, and forgotten with it. */
export function createLimiter({ burst, perSecond }: Rate) {
  const buckets = new Map<string, { left: number; at: number }>();

  const forgetFull = () => {
    const now = clock.now();
    for (const [key, { left, at }] of buckets) {
      if (left + ((now - at) / 1000) * perSecond >= burst) buckets.delete(key);
    }
    if (buckets.size >= mostKeys) buckets.clear();
  };

  /** Takes `amount` (one unless told); refuses with the seconds to wait when there is not as much. */
  return (key: string, amount = 1): Refusal<'rate.limited'> | null => {
    const now = clock.now();
    if (buckets.size >= mostKeys) forgetFull();
    const known = buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, known.left + (Math.max(0, now - known.at) / 1000) * perSecond);
    buckets.set(key, { left: left >= amount ? left - amount : left, at: now });
    return left >= amount
      ? null
      : refuse('rate.limited', { seconds: Math.ceil((amount - left) / perSecond) });
  };
}

export type Limiter = ReturnType<typeof createLimiter>;
