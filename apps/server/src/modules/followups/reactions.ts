import { reactMany } from '../../kernel/reactions.ts';
import { caseChanged } from '../aftersales/index.ts';
import { productsMirrored, stockChanged } from '../catalog/index.ts';
import { messagePosted } from '../conversations/index.ts';
import { orderActed, orderPaid, orderPlaced, ordersMirrored } from '../orders/index.ts';
import { outreachFailed, outreachSent, outreachSkipped } from '../outreach/index.ts';
import { followAnswers, followOrders, followOwnWords, followSent, followUnsent } from './follow.ts';
import { tellWishes } from './wish.tell.ts';

const spoken = new Set(['text', 'image', 'file', 'card']);
const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

export const reactions = [
  reactMany('followups.orders', [orderPlaced, orderPaid], 200, (actor, tx, events) =>
    followOrders(actor, tx, distinct(events.map(({ data }) => data.order.id))),
  ),
  reactMany('followups.acts', orderActed, 200, (actor, tx, events) =>
    followOrders(actor, tx, distinct(events.map(({ data }) => data.orderId))),
  ),
  reactMany('followups.cases', caseChanged, 200, (actor, tx, events) =>
    followOrders(actor, tx, distinct(events.map(({ data }) => data.orderId))),
  ),
  reactMany('followups.mirrors', ordersMirrored, 5, (actor, tx, events) =>
    followOrders(
      actor,
      tx,
      distinct(events.flatMap(({ data }) => data.orders.map(({ id }) => id))),
    ),
  ),
  reactMany('followups.stock', stockChanged, 200, (actor, tx, events) =>
    tellWishes(actor, tx, distinct(events.map(({ data }) => data.productId))),
  ),
  reactMany('followups.products', productsMirrored, 5, (actor, tx, events) =>
    tellWishes(actor, tx, distinct(events.flatMap(({ data }) => data.productIds))),
  ),
  reactMany('followups.messages', messagePosted, 500, async (actor, tx, events) => {
    const words = events.flatMap(({ data }) => {
      if (!data || !spoken.has(data.message.kind)) return [];
      const { message, conversation } = data;
      const { buyerId, shopId } = conversation;
      const word = { buyerId, shopId, by: message.author.id, at: new Date(message.at) };
      return [{ word, kind: message.author.kind }];
    });
    const of = (wanted: string) =>
      words.filter(({ kind }) => kind === wanted).map(({ word }) => word);
    await followOwnWords(actor, tx, of('member'));
    await followAnswers(actor, tx, of('buyer'));
  }),
  reactMany(
    'followups.sending',
    [outreachSent, outreachSkipped, outreachFailed],
    200,
    async (actor, tx, events) => {
      for (const { type, data } of events) {
        if (type === 'outreach.sent') await followSent(actor, tx, data);
        else await followUnsent(actor, tx, data);
      }
    },
  ),
];
