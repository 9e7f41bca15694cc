import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { isFresh } from './appraise.rules.ts';
import type { reviewPosted } from './events.ts';
import type { ReviewRow } from './tables.ts';

/** Tells of a review, never its words. */
export const tellReview = (
  actor: Actor,
  tx: Tx,
  event: typeof reviewPosted,
  row: ReviewRow,
): void =>
  emit(tx, event, {
    subject: row.id,
    reach: { shop: row.shopId },
    actor,
    data: {
      reviewId: row.id,
      shopId: row.shopId,
      buyerId: row.buyerId,
      orderId: row.orderId,
      productId: row.productId,
      source: row.source,
      rating: row.rating,
      tone: row.tone,
      bad: row.bad,
      answered: row.reply !== null,
      hidden: row.hiddenAt !== null,
      fresh: isFresh(row.postedAt, row.toldAt),
    },
  });
