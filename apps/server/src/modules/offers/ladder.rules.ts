import type { offers, Static } from '@guitai/contract';
import type { Situation } from './situation.rules.ts';

export type Rung = Static<typeof offers.Rung>;
type Step = Static<typeof offers.LadderRung>;

/**
 * Where the ladder begins and ends in a situation: what is running out is not sold cheaper, who buys many is shown the bundle
 * first, who forgot to pay needs a nudge and no lower price.
 */
const reach: Readonly<Record<Situation, readonly Rung[]>> = {
  first_ask: ['postage', 'coupon'],
  hesitating: ['postage', 'coupon', 'bundle'],
  complaint: ['coupon', 'bundle', 'price'],
  competitor: ['postage', 'coupon', 'bundle', 'price'],
  bulk: ['bundle', 'coupon', 'price'],
  last_pieces: ['postage'],
  unpaid: ['postage', 'coupon'],
};

/** What of the talk decides its next step. There is no field for the buyer’s level, spend or means, and none may be added. */
export interface LadderFacts {
  readonly situation: Situation;
  readonly ladder: readonly Step[];
  /** Rungs offered in this talk already. */
  readonly had: readonly Rung[];
  /** Rungs that can be offered at this moment at all. */
  readonly possible: readonly Rung[];
}

/** The rungs of a situation in the shop’s order, those the shop has switched off left out. */
export function rungsFor({ situation, ladder }: Pick<LadderFacts, 'situation' | 'ladder'>): Rung[] {
  const on = ladder.filter((step) => step.on).map((step) => step.rung);
  const here = reach[situation];
  const inShopOrder = on.filter((rung) => here.includes(rung));
  // Many pieces: the bundle stands before single coupons, whatever the shop’s usual order.
  return situation === 'bulk'
    ? [...inShopOrder].sort((a, b) => here.indexOf(a) - here.indexOf(b))
    : inShopOrder;
}

/** The next step to offer; null: the ladder ends here. */
export const nextRung = (facts: LadderFacts): Rung | null =>
  rungsFor(facts).find((rung) => !facts.had.includes(rung) && facts.possible.includes(rung)) ??
  null;

/** Cheaper steps somebody passes over by offering this one. */
export function skippedBy(rung: Rung, facts: LadderFacts): Rung[] {
  const rungs = rungsFor(facts);
  const place = rungs.indexOf(rung);
  const below = place === -1 ? rungs : rungs.slice(0, place);
  return below.filter((one) => !facts.had.includes(one) && facts.possible.includes(one));
}
