import type { InputOf, reviews } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { buyerFacts } from '../buyers/index.ts';
import type { OrderFacts } from '../orders/index.ts';
import { appraise, isOver } from './appraise.rules.ts';
import { heedBad } from './bad.ts';
import { reviewAmended, reviewPosted } from './events.ts';
import { planSweep } from './jobs.ts';
import { showOwn } from './own.store.ts';
import { ownOrder, reviewerOf } from './own.ts';
import { attachPictures } from './picture.store.ts';
import { reviewable } from './receipt.ts';
import { insertReview, lockReview, rewrite } from './review.store.ts';
import { settingsOf } from './settings.ts';
import { recount } from './sums.store.ts';
import { tellReview } from './tell.ts';

type Wanted = InputOf<typeof reviews.postReview>;

/** What a line says of the goods, kept with the review: orders come and go. */
const goodsOf = (item: OrderFacts['items'][number]) => ({
  productId: item.productId,
  productTitle: item.title,
  variant: Object.values(item.options).join(' / ').slice(0, 300),
  imageUrl: item.pictureUrl,
});

/** A buyer reviews a line of their order. */
export async function postReview(actor: BuyerActor, tx: Tx, wanted: Wanted) {
  const order = await ownOrder(actor, tx, wanted.orderId, true);
  if (isRefusal(order)) return order;
  const buyer = reviewerOf(actor);
  if (isRefusal(buyer)) return buyer;
  const settings = await settingsOf(tx, order.shopId);
  if (!settings.open) return refuse('review.closed');
  const here = await reviewable(tx, order.id, settings.windowDays);
  if (isRefusal(here)) return here;
  const item = order.items.find(({ no }) => no === wanted.lineNo);
  if (!item) return refuse('review.line_not_found');
  const { pictureIds = [], anonymous = false } = wanted;
  const most = settings.picturesMax;
  if (pictureIds.length > most) return refuse('review.pictures_too_many', { most });
  const words = wanted.words.trim();
  const row = await insertReview(tx, {
    ...{ id: newId(), shopId: order.shopId, source: 'own', externalId: null, sourceHash: null },
    ...{ buyerId: buyer, author: (await buyerFacts(tx, buyer))?.name ?? '', anonymous },
    ...{ orderId: order.id, lineNo: wanted.lineNo, ...goodsOf(item) },
    ...{
      rating: wanted.rating,
      words,
      pictureUrls: [],
      ...appraise(wanted.rating, words, settings),
    },
    ...{ postedAt: now(), toldAt: now() },
  });
  if (!row) return refuse('review.exists');
  const owner = { shopId: order.shopId, buyerId: buyer };
  if (!(await attachPictures(tx, row.id, owner, pictureIds)))
    return refuse('review.picture_foreign');
  await recount(tx, null, row);
  await heedBad(tx, row);
  tellReview(actor, tx, reviewPosted, row);
  return showOwn(tx, row.id);
}

/** The buyer says it anew, once, within the time of the shop. */
export async function amendReview(
  actor: BuyerActor,
  tx: Tx,
  wanted: InputOf<typeof reviews.amendReview>,
) {
  const buyer = reviewerOf(actor);
  if (isRefusal(buyer)) return buyer;
  const before = await lockReview(tx, wanted.reviewId);
  if (before?.buyerId !== buyer || before.shopId !== actor.shop) return refuse('review.not_found');
  const settings = await settingsOf(tx, before.shopId);
  if (before.amendedAt) return refuse('review.amended_already');
  if (before.source !== 'own' || isOver(before.postedAt, settings.amendDays, now()))
    return refuse('review.amend_over');
  const { pictureIds = [], rating, anonymous = null } = wanted;
  const most = settings.picturesMax;
  if (pictureIds.length > most) return refuse('review.pictures_too_many', { most });
  const words = wanted.words.trim();
  const said = { rating, words, anonymous, pictureUrls: null, sourceHash: null, at: now() };
  const row = await rewrite(tx, before.id, { ...said, ...appraise(rating, words, settings) });
  if (!row) throw new Error('a review vanished under its lock');
  const owner = { shopId: row.shopId, buyerId: buyer };
  if (!(await attachPictures(tx, row.id, owner, pictureIds)))
    return refuse('review.picture_foreign');
  await planSweep(tx);
  await recount(tx, before, row);
  await heedBad(tx, row);
  tellReview(actor, tx, reviewAmended, row);
  return showOwn(tx, row.id);
}
