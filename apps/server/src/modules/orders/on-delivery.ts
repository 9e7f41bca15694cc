import type { Actor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { writeOnDelivery } from './lifecycle.store.ts';

/** The buyer of a locked order pays when the goods come: it is packed and shipped like a paid one, and not closed unpaid. */
export async function payOnDelivery(
  actor: Actor,
  tx: Tx,
  order: { readonly id: string; readonly shopId: string; readonly status: string },
) {
  if (!(await writeOnDelivery(tx, order.id)))
    return refuse('order.not_payable', { status: order.status });
  record(tx, actor, {
    action: 'order.on_delivery',
    subject: { kind: 'order', id: order.id },
    shop: order.shopId,
  });
  return null;
}
