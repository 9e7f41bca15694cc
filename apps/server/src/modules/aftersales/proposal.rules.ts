import type { aftersales, shops } from '@guitai/contract';
import type { Kind } from './case.rules.ts';

type Rules = shops.OrderRulesShape;
type Fault = aftersales.CaseFaultWord;

/** What the house principles look at. */
export interface Ground {
  readonly status: Rules['refund']['states'][number];
  /** Days since the goods arrived, or since the order where nobody knows. */
  readonly days: number;
  /** Another variant of the same product is on sale and there. */
  readonly hasOtherVariant: boolean;
}

export type Barred =
  | { readonly code: 'order.act_not_allowed' }
  | { readonly code: 'order.window_over' };

/** Whether the shop's rules allow a kind of case for an order like this; null when they do. */
export function barredBy(rules: Rules, kind: Kind, { status, days }: Ground): Barred | null {
  const { states, windowDays } = rules[kind];
  if (!states.includes(status)) return { code: 'order.act_not_allowed' };
  return windowDays !== null && days > windowDays ? { code: 'order.window_over' } : null;
}

const shipped = new Set(['partly_shipped', 'shipped', 'delivered', 'received', 'completed']);

/** The three house principles: may be exchanged, exchange; may be returned, return; else it is ours to mend. */
export function propose(
  rules: Rules,
  ground: Ground,
): { kind: Kind; principle: aftersales.PrincipleWord } {
  const may = (kind: Kind) => barredBy(rules, kind, ground) === null;
  const { exchangeFirst, returnSecond } = rules.principles;
  if (!shipped.has(ground.status)) return { kind: 'refund', principle: 'not_shipped_yet' };
  if (exchangeFirst && ground.hasOtherVariant && may('exchange'))
    return { kind: 'exchange', principle: 'may_be_exchanged' };
  if (returnSecond && may('return')) return { kind: 'return', principle: 'may_be_returned' };
  const mend = (['repair', 'resend', 'compensate', 'refund'] as const).find(may);
  return { kind: mend ?? 'refund', principle: 'ours_to_mend' };
}

/** Whoever is at fault pays the way back; what is unclear is ours where the shop says so. */
export const postageOf = (rules: Rules, fault: Fault): 'shop' | 'buyer' => {
  if (fault === 'unclear') return rules.principles.unclearIsOurs ? 'shop' : 'buyer';
  return fault === 'ours' ? 'shop' : 'buyer';
};

/** Reasons that say the buyer changed their mind; every other leaves the fault unclear until somebody knows. */
const ofTheBuyer = new Set(['no_reason', 'wrong_size', 'no_longer_needed', 'ordered_by_mistake']);

export const faultOf = (reasonCode: string): Fault =>
  ofTheBuyer.has(reasonCode) ? 'buyer' : 'unclear';

/** What may not be done twice on an order: exchange and return together where both are one per order. */
export function onceKey(rules: Rules, kind: Kind): string | null {
  if (kind === 'refund' || !rules[kind].onePerOrder) return null;
  const together = rules.return.onePerOrder && rules.exchange.onePerOrder;
  return together && (kind === 'return' || kind === 'exchange') ? 'return_or_exchange' : kind;
}

const cards = new Set(['gift_card', 'e_card']);

/** Whether money of this kind of case may go to a method of this kind (null: back to where it came from). */
export function mayPayTo(
  rules: Rules,
  kind: Kind,
  method: { readonly kind: string; readonly balanceMinor: number | null } | null,
): boolean {
  if (method === null) return true;
  if (kind === 'refund') return rules.refund.toBalance && method.balanceMinor !== null;
  const { refundTo } = rules[kind];
  if (refundTo === 'any_balance') return method.balanceMinor !== null;
  return refundTo === 'original_or_gift_card' && cards.has(method.kind);
}
