import { react, reactMany } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { messagePosted } from '../conversations/index.ts';
import {
  type OrderFacts,
  orderActed,
  orderFacts,
  orderPaid,
  orderPlaced,
  ordersMirrored,
} from '../orders/index.ts';
import { markReplied, reckonOrder, touchedOrders } from './use.store.ts';

const over = new Set(['cancelled', 'closed_unpaid', 'returned']);

/** Whether nothing of the order is left for the shop. */
const isOver = ({ status, paidMinor, refundedMinor }: OrderFacts): boolean =>
  over.has(status) || (paidMinor > 0 && refundedMinor >= paidMinor);

async function followOrders(
  tx: Tx,
  orders: readonly { readonly id: string; readonly buyerId: string | null }[],
): Promise<void> {
  for (const id of await touchedOrders(tx, orders)) {
    const order = await orderFacts(tx, id);
    if (!order?.buyerId) continue;
    const keptMinor = Math.max(0, order.paidMinor - order.refundedMinor);
    await reckonOrder(tx, { ...order, buyerId: order.buyerId, keptMinor, over: isOver(order) });
  }
}

export const reactions = [
  reactMany('scripts.hearReplies', messagePosted, 200, async (_actor, tx, events) => {
    const words = events
      .map(({ data }) => data.message)
      .filter(({ author }) => author.kind === 'buyer')
      .map(({ conversationId, at }) => ({ conversationId, at }));
    if (words.length > 0) await markReplied(tx, words);
  }),
  react('scripts.followOrders', [orderPlaced, orderPaid], (_actor, tx, { data }) =>
    followOrders(tx, [data.order]),
  ),
  react('scripts.followActs', orderActed, (_actor, tx, { data }) =>
    followOrders(tx, [{ id: data.orderId, buyerId: data.buyerId }]),
  ),
  react('scripts.followMirror', ordersMirrored, (_actor, tx, { data }) =>
    followOrders(tx, data.orders),
  ),
];
