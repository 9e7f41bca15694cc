import type { shops } from '@guitai/contract';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from '../orders/index.ts';
import type { Kind } from './case.rules.ts';
import { findMethod } from './ground.store.ts';
import { mayPayTo } from './proposal.rules.ts';

export type Payee = 'original' | { readonly methodId: string };

/**
 * Where the money of a case goes, as the shop allows it: null for back to where it came from, else a method of this buyer.
 * For an exchange the method also bears a higher price, so any of the buyer's may be named; whether it can, the money decides.
 */
export async function payeeOf(
  tx: Tx,
  order: OrderFacts,
  rules: shops.OrderRulesShape,
  kind: Kind,
  to: Payee = 'original',
) {
  if (to === 'original') return null;
  const method = await findMethod(tx, order.shopId, order.buyerId, to.methodId);
  if (!method) return refuse('order.method_foreign');
  const free = kind === 'exchange' || mayPayTo(rules, kind, method);
  return free ? method.id : refuse('case.payee_not_allowed');
}

/** The stored payee as the money takes it. */
export const payTo = (methodId: string | null): Payee =>
  methodId === null ? 'original' : { methodId };
