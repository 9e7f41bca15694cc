import type { Actor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { bookCharge, bookRefund, type OrderFacts, type OrderWrite } from '../orders/index.ts';
import { movedOf, nothingMoved } from './moved.rules.ts';
import { payTo } from './payee.ts';

/** Money of a case or a small payment: above zero to the buyer, below zero from them. */
export interface Due {
  readonly amountMinor: number;
  readonly methodId: string | null;
  readonly actId: string;
  readonly cause: 'refund' | 'compensation' | 'goodwill' | 'price_protection' | 'cashback';
}

/** Books it once, under the act: paid back never above what was paid, charged to a method that can bear it. */
export async function book(actor: Actor, tx: Tx, order: OrderFacts, due: Due) {
  const { amountMinor, methodId, actId, cause } = due;
  if (amountMinor === 0) return nothingMoved;
  if (amountMinor < 0) {
    const charged = await bookCharge(actor, tx, order, {
      amountMinor: -amountMinor,
      methodId,
      actId,
    });
    return isRefusal(charged) ? charged : movedOf(charged.parts, -1);
  }
  const back = await bookRefund(actor, tx, order, {
    amountMinor,
    to: payTo(methodId),
    actId,
    cause,
  });
  return isRefusal(back) ? back : movedOf(back.parts, 1);
}

/** What the order's platform is asked to do about it. */
export const refundThere = (amountMinor: number, reason: string): OrderWrite[] =>
  amountMinor > 0 ? [{ kind: 'refund', amountMinor, reference: null, reason }] : [];
