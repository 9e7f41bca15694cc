import type { InputOf, reviews } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lockOrder, orderFacts, ordersByNumber } from '../orders/index.ts';
import { isOver } from './appraise.rules.ts';
import { type OwnReview, readOwnLines } from './own.store.ts';
import { reviewable } from './receipt.ts';
import { settingsOf } from './settings.ts';

/** The buyer the shop vouches for. */
export const reviewerOf = (actor: BuyerActor): string | Refusal<'visitor.identity_needed'> =>
  actor.verified && actor.buyer !== null ? actor.buyer : refuse('visitor.identity_needed');

/** The buyer's own order in this shop; anybody else's does not exist. */
export async function ownOrder(actor: BuyerActor, tx: Tx, idOrNumber: string, lock: boolean) {
  const buyer = reviewerOf(actor);
  if (isRefusal(buyer)) return buyer;
  const id = isId(idOrNumber)
    ? idOrNumber
    : ((await ordersByNumber(tx, [idOrNumber], buyer))[0]?.id ?? null);
  const order = id && (await (lock ? lockOrder : orderFacts)(tx, id));
  return order && order.buyerId === buyer && order.shopId === actor.shop
    ? order
    : refuse('order.not_found');
}

/** The lines of the own order with their reviews and what can be done about them. */
export async function listOwnReviews(
  actor: BuyerActor,
  tx: Tx,
  { orderId }: InputOf<typeof reviews.listOwnReviews>,
) {
  const order = await ownOrder(actor, tx, orderId, false);
  if (isRefusal(order)) return order;
  const settings = await settingsOf(tx, order.shopId);
  const may = settings.open && !isRefusal(await reviewable(tx, order.id, settings.windowDays));
  const written = await readOwnLines(tx, order.id);
  const canAmend = (review: OwnReview) =>
    review.source === 'own' &&
    review.amendedAt === null &&
    !isOver(new Date(review.postedAt), settings.amendDays, now());
  return {
    picturesMax: settings.picturesMax,
    items: order.items.map((item) => {
      const found = written.get(item.no);
      const { source: _source, lineNo: _line, ...review } = found ?? { source: '', lineNo: 0 };
      return {
        lineNo: item.no,
        title: item.title,
        variant: Object.values(item.options).join(' / ').slice(0, 300),
        imageUrl: item.pictureUrl,
        review: found ? (review as Omit<OwnReview, 'source' | 'lineNo'>) : null,
        can: found ? (canAmend(found) ? ['amendReview'] : []) : may ? ['postReview'] : [],
      };
    }),
  };
}
