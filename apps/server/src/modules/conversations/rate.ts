import type { Rate } from '../../kernel/rate.ts';

/** What a visitor may do; the team is not limited. */
export interface VisitorLimits {
  /** Words of one visitor. */
  readonly words: Rate;
  /** First words from one address: each makes rows. */
  readonly arrivals: Rate;
  /** Uploads of one visitor. */
  readonly uploads: Rate;
  /** Bytes uploaded from one address. */
  readonly bytes: Rate;
}

/** The limits that fit so many frames a second of one socket: a visitor may hold several, a flood none. */
export const limitsFor = (framesPerSecond: number): VisitorLimits => ({
  words: { burst: framesPerSecond / 2, perSecond: framesPerSecond / 30 },
  arrivals: { burst: framesPerSecond * 5, perSecond: framesPerSecond / 12 },
  uploads: { burst: 20, perSecond: 0.2 },
  bytes: { burst: 1_000_000_000, perSecond: 1_000_000_000 / 86_400 },
});
