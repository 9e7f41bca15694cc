import type { InputOf, orders } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { recordRefusedReveal, spendReveal } from '../buyers/index.ts';
import { readAddress } from './address.store.ts';
import { reachOrder } from './order.ts';

type Wish = InputOf<typeof orders.revealOrderAddress>;

async function uncover(actor: StaffActor, tx: Tx, input: Wish) {
  const order = await reachOrder(actor, tx, input.orderId, 'orders.reveal');
  if (isRefusal(order)) return order;
  const row = await readAddress(tx, order.id);
  if (!row?.address) return refuse('buyer.field_empty');
  const left = await spendReveal(actor, tx);
  if (isRefusal(left)) return left;
  record(tx, actor, {
    action: 'order.field_revealed',
    subject: { kind: 'order', id: order.id },
    after: { field: 'deliveryPlace' },
    reason: input.reason,
    shop: order.shopId,
  });
  return { address: { ...row.address, raw: row.raw }, left };
}

/** Shows the delivery address to this reader; kept out of idempotency records like every reveal. */
export async function revealOrderAddress(actor: StaffActor, bare: Bare, input: Wish) {
  const result = await bare.db.write(actor, (tx) => uncover(actor, tx, input));
  if (isRefusal(result)) {
    await recordRefusedReveal(actor, bare, { kind: 'order', id: input.orderId }, result);
  }
  return result;
}
