import type { offers, ReplyOf } from '@guitai/contract';
import type { Rung } from './offers.words.ts';

type Sheet = Pick<ReplyOf<typeof offers.getOfferSheet>, 'rungs' | 'bargain'>;

/** Cheaper steps that could be offered and were not, before this one; the server says the same. */
export function skippedBefore({ rungs, bargain }: Sheet, rung: Rung): Rung[] {
  const had = bargain?.outcome === 'open' ? bargain.steps.map((step) => step.rung) : [];
  const place = rungs.findIndex((one) => one.rung === rung);
  return rungs
    .slice(0, Math.max(place, 0))
    .filter((one) => one.possible && !had.includes(one.rung))
    .map((one) => one.rung);
}
