import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderRules } from '../shops/index.ts';
import type { OrderFacts } from './facts.store.ts';
import { readPayments } from './money.store.ts';

/** Whether money may go back to this method: to what paid always, to another balance where the shop allows it. */
export async function payeeOf(
  tx: Tx,
  order: OrderFacts,
  methodId: string | undefined,
  { toBalance }: OrderRules['refund'],
) {
  if (methodId === undefined || toBalance) return null;
  const payments = await readPayments(tx, order.id);
  return payments.some((payment) => payment.methodId === methodId)
    ? null
    : refuse('order.refund_to_balance');
}
