/** What the sandbox gateway may do wrong, each as a share of all answers from 0 to 1. */
export interface Faults {
  /** Answers and tellings are held back up to so long. */
  readonly slowMs: number;
  /** Told more than once. */
  readonly duplicate: number;
  /** Told after something that happened later. */
  readonly reorder: number;
  /** Carried out, and then answered with an error. */
  readonly failAfterSuccess: number;
  /** Carried out, and never told by callback. */
  readonly silent: number;
  /** Never reached it: not carried out, no answer. */
  readonly lost: number;
  /** Declined for good. */
  readonly decline: number;
}

export const noFaults: Faults = {
  slowMs: 0,
  duplicate: 0,
  reorder: 0,
  failAfterSuccess: 0,
  silent: 0,
  lost: 0,
  decline: 0,
};

/** A repeatable source of chance (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
