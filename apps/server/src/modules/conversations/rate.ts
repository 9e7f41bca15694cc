import { clock } from '../../kernel/clock.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

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

  /** Takes one; refuses with the seconds to wait when there is none. */
  return (key: string): Refusal<'rate.limited'> | null => {
    const now = clock.now();
    if (buckets.size >= mostKeys) forgetFull();
    const known = buckets.get(key) ?? { left: burst, at: now };
    const left = Math.min(burst, known.left + (Math.max(0, now - known.at) / 1000) * perSecond);
    buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    return left >= 1
      ? null
      : refuse('rate.limited', { seconds: Math.ceil((1 - left) / perSecond) });
  };
}

export type Limiter = ReturnType<typeof createLimiter>;

/** What a visitor may do; the team is not limited. */
export interface VisitorLimits {
  /** Words of one visitor. */
  readonly words: Rate;
  /** First words from one address: each makes rows. */
  readonly arrivals: Rate;
  /** Uploads of one visitor. */
  readonly uploads: Rate;
}

/** The limits that fit so many frames a second of one socket: a visitor may hold several, a flood none. */
export const limitsFor = (framesPerSecond: number): VisitorLimits => ({
  words: { burst: framesPerSecond / 2, perSecond: framesPerSecond / 30 },
  arrivals: { burst: framesPerSecond * 5, perSecond: framesPerSecond / 12 },
  uploads: { burst: 20, perSecond: 0.2 },
});
