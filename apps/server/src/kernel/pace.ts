import { clock } from './clock.ts';

/** How many requests a key may still send, as it is told in the headers of every answer. */
export interface Pace {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until all of the limit is free again. */
  readonly reset: number;
  /** Seconds until the next request is taken; 0: this one is. */
  readonly wait: number;
}

interface Bucket {
  tokens: number;
  at: number;
}

/** Buckets nobody has drawn from for so long are full again and need not be kept. */
const idleMs = 120_000;
/** Keys of one team together may send so many times what one key may: a team with many keys does not crowd out the others. */
const teamShare = 3;

/**
 * Token buckets of this process: `perMinute` for each key, refilled evenly, and thrice that for all keys of a team.
 * A refused request draws nothing.
 */
export function createPaces(perMinute: number) {
  const buckets = new Map<string, Bucket>();
  let swept = clock.now();

  const bucketOf = (name: string, limit: number, now: number): Bucket => {
    const known = buckets.get(name) ?? { tokens: limit, at: now };
    const grown = Math.max(0, now - known.at) * (limit / 60_000);
    known.tokens = Math.min(limit, known.tokens + grown);
    known.at = now;
    buckets.set(name, known);
    return known;
  };

  const sweep = (now: number) => {
    if (now - swept < idleMs) return;
    swept = now;
    for (const [name, { at }] of buckets) if (now - at > idleMs) buckets.delete(name);
  };

  /** Draws one request of a key. */
  return (team: string, key: string): Pace => {
    const now = clock.now();
    sweep(now);
    const own = bucketOf(`key ${key}`, perMinute, now);
    const all = bucketOf(`team ${team}`, perMinute * teamShare, now);
    const wait = Math.max(secondsTo(own, perMinute), secondsTo(all, perMinute * teamShare));
    if (wait === 0) {
      own.tokens -= 1;
      all.tokens -= 1;
    }
    const reset = Math.ceil(((perMinute - own.tokens) * 60) / perMinute);
    return { limit: perMinute, remaining: Math.floor(Math.max(0, own.tokens)), reset, wait };
  };
}

const secondsTo = ({ tokens }: Bucket, limit: number): number =>
  tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * 60) / limit));

/** The headers in which a pace is told (IETF draft, RateLimit fields). */
export const paceHeaders = ({ limit, remaining, reset }: Pace): Record<string, string> => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(remaining),
  'ratelimit-reset': String(reset),
});
