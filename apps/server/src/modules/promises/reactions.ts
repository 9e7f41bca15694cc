import { react, reactMany } from '../../kernel/reactions.ts';
import { productsMirrored, stockChanged } from '../catalog/index.ts';
import { messagePosted } from '../conversations/index.ts';
import { orderActed, ordersMirrored } from '../orders/index.ts';
import { isSigned, parcelMoved } from '../parcels/index.ts';
import { followOrders, followParcel, followProducts, followWords } from './fulfil.ts';

const spoken = new Set(['text', 'image', 'file', 'card']);

export const reactions = [
  react('promises.followActs', [orderActed], async (actor, tx, event) => {
    const { act, orderId } = event.data;
    if (act.state === 'done') await followOrders(actor, tx, [orderId], new Date(event.at));
  }),
  react('promises.followMirror', ordersMirrored, (actor, tx, event) =>
    followOrders(
      actor,
      tx,
      event.data.orders.map((order) => order.id),
      new Date(event.at),
    ),
  ),
  react('promises.followParcel', parcelMoved, (actor, tx, event) => {
    const { orderId, state, before } = event.data;
    const moved = { orderId, signed: isSigned(state), first: before === null };
    return followParcel(actor, tx, moved, new Date(event.at));
  }),
  reactMany('promises.followStock', stockChanged, 200, (actor, tx, events) =>
    followProducts(
      actor,
      tx,
      [...new Set(events.map((event) => event.data.productId))],
      new Date(events.at(-1)?.at ?? 0),
    ),
  ),
  react('promises.followProducts', productsMirrored, (actor, tx, event) =>
    followProducts(actor, tx, event.data.productIds, new Date(event.at)),
  ),
  reactMany('promises.followWords', messagePosted, 500, (actor, tx, events) =>
    followWords(
      actor,
      tx,
      events.flatMap(({ data: { message, conversation } }) =>
        message.author.kind === 'member' && spoken.has(message.kind)
          ? [
              {
                messageId: message.id,
                buyerId: conversation.buyerId,
                shopId: conversation.shopId,
                at: new Date(message.at),
              },
            ]
          : [],
      ),
    ),
  ),
];
