import type { access } from '@guitai/contract';

export type LimitKey = access.LimitKeyWord;
export type Amounts = access.LimitAmountsShape;
export type LimitReached = access.LimitReachedShape;

/** Limits as they hold for a holder: with where they come from, and whether they count one shop alone. */
export interface InForce extends Amounts {
  readonly source: 'default' | 'role' | 'own';
  readonly shopOnly: boolean;
}

/** What was given before within each bound; `order` and `buyerDay` by anybody, `day` by the holder. */
export interface Used {
  readonly order: number;
  readonly buyerDay: number;
  readonly day: number;
}

interface Wanted {
  readonly amountMinor: number;
  readonly currency: string;
  readonly orderId: string | null;
  readonly buyerId: string | null;
  readonly floor?: { readonly resultMinor: number; readonly baseMinor: number };
}

const bound = (
  limit: LimitReached['limit'],
  limitMinor: number | null,
  usedMinor: number,
  act: Wanted,
): LimitReached[] =>
  limitMinor === null || (usedMinor + act.amountMinor <= limitMinor && limitMinor > 0)
    ? []
    : [{ limit, limitMinor, usedMinor, wantedMinor: act.amountMinor, currency: act.currency }];

function floorReached({ floorPercent }: Amounts, act: Wanted): LimitReached[] {
  if (!act.floor || floorPercent === null) return [];
  const { resultMinor, baseMinor } = act.floor;
  if (resultMinor * 100 >= baseMinor * floorPercent) return [];
  const limitMinor = Math.ceil((baseMinor * floorPercent) / 100);
  return [
    { limit: 'floor', limitMinor, usedMinor: 0, wantedMinor: resultMinor, currency: act.currency },
  ];
}

/**
 * The bounds an act runs into; none: it may be done alone. Null is no limit; 0 always asks, also for an act of nothing.
 * Without an order the order's bound holds for the act by itself, so that leaving it out evades nothing.
 */
export function reached(limits: Amounts, used: Used, act: Wanted): LimitReached[] {
  const ofOrder = act.orderId === null ? 0 : used.order;
  const ofBuyer = act.buyerId === null ? 0 : used.buyerDay;
  return [
    ...bound('per_act', limits.perActMinor, 0, act),
    ...bound('per_order', limits.perOrderMinor, ofOrder, act),
    ...bound('per_buyer_day', limits.perBuyerDayMinor, ofBuyer, act),
    ...bound('per_day', limits.perDayMinor, used.day, act),
    ...floorReached(limits, act),
  ];
}

/** Whether one set of limits goes nowhere beyond another; nobody sets more than the own. Always asking is never beyond. */
export function withinLimits(wanted: Amounts, own: Amounts): boolean {
  if (wanted.perActMinor === 0) return true;
  const under = (a: number | null, b: number | null) => b === null || (a !== null && a <= b);
  return (
    under(wanted.perActMinor, own.perActMinor) &&
    under(wanted.perOrderMinor, own.perOrderMinor) &&
    under(wanted.perBuyerDayMinor, own.perBuyerDayMinor) &&
    under(wanted.perDayMinor, own.perDayMinor) &&
    (own.floorPercent === null ||
      (wanted.floorPercent !== null && wanted.floorPercent >= own.floorPercent))
  );
}
