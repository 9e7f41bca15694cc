import type { Holder } from './limit.find.ts';
import type { InForce, LimitKey, Used } from './limit.rules.ts';
import { everyShop } from './limit.store.ts';

/** A counter's place; sorted by this, rows are always locked in the same order. */
export interface CounterKey {
  readonly kind: 'buyer_day' | 'day' | 'order';
  readonly subjectId: string;
  readonly shopId: string;
  readonly day: string;
  readonly action: LimitKey;
  readonly currency: string;
}

/** What of an act its counters depend on. */
export interface Counting {
  readonly action: LimitKey;
  readonly shopId: string;
  readonly orderId: string | null;
  readonly buyerId: string | null;
  readonly currency: string;
  /** The day in the shop's time zone. */
  readonly day: string;
}

const firstDay = '0001-01-01';

export const counterText = (key: CounterKey): string =>
  `${key.kind} ${key.subjectId} ${key.shopId} ${key.day} ${key.action} ${key.currency}`;

/**
 * Every counter an act moves: of its own kind and of all kinds together, over all shops and in its shop, so that a limit
 * set later, or for one shop, finds what was given before.
 */
export function countersOf(act: Counting, holder: Holder): CounterKey[] {
  const keys: CounterKey[] = [];
  for (const action of [act.action, 'total'] as const) {
    const { currency, day } = act;
    for (const shopId of [everyShop, act.shopId]) {
      keys.push({ kind: 'day', subjectId: holder.id, shopId, day, action, currency });
      if (act.buyerId)
        keys.push({ kind: 'buyer_day', subjectId: act.buyerId, shopId, day, action, currency });
    }
    const order = { shopId: everyShop, day: firstDay, action, currency };
    if (act.orderId) keys.push({ kind: 'order', subjectId: act.orderId, ...order });
  }
  return keys;
}

/** What these limits look at among the counters. */
export function usedWithin(
  limits: InForce,
  act: Counting,
  holder: Holder,
  action: LimitKey,
  amountAt: (key: CounterKey) => number,
): Used {
  const shopId = limits.shopOnly ? act.shopId : everyShop;
  const { currency, day } = act;
  const at = (kind: CounterKey['kind'], subjectId: string | null) => {
    if (subjectId === null) return 0;
    const place = kind === 'order' ? { shopId: everyShop, day: firstDay } : { shopId, day };
    return amountAt({ kind, subjectId, action, currency, ...place });
  };
  return {
    order: at('order', act.orderId),
    buyerDay: at('buyer_day', act.buyerId),
    day: at('day', holder.id),
  };
}
