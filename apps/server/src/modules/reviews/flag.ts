import type { InputOf, reviews } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { heedBad, settleBad } from './bad.ts';
import { reviewFlagged, reviewHidden, reviewShown, reviewUnflagged } from './events.ts';
import { mark, marks } from './review.store.ts';
import { byOf, reachReview, showReviewTo } from './shown.ts';
import { recount } from './sums.store.ts';
import type { ReviewRow } from './tables.ts';
import { tellReview } from './tell.ts';

type One = InputOf<typeof reviews.unflagReview>;

function note(actor: StaffActor, tx: Tx, action: string, before: ReviewRow, row: ReviewRow): void {
  const of = ({ flagReason, hiddenAt }: ReviewRow) => ({ flagReason, hidden: hiddenAt !== null });
  record(tx, actor, {
    action,
    subject: { kind: 'review', id: row.id },
    before: of(before),
    after: of(row),
    shop: row.shopId,
  });
}

/** Says what is wrong with a review. It stays where it is: hiding it is another right. */
export async function flagReview(
  actor: StaffActor,
  tx: Tx,
  { reviewId, reason, note: words = '' }: InputOf<typeof reviews.flagReview>,
) {
  const before = await reachReview(actor, tx, reviewId, 'reviews.flag');
  if (isRefusal(before)) return before;
  const row = await mark(tx, reviewId, marks.flag(reason, words.trim(), now(), byOf(actor)));
  note(actor, tx, 'review.flagged', before, row);
  tellReview(actor, tx, reviewFlagged, row);
  return showReviewTo(actor, tx, reviewId);
}

/** Takes the flag back. What is hidden has to be shown first, by who may. */
export async function unflagReview(actor: StaffActor, tx: Tx, { reviewId }: One) {
  const before = await reachReview(actor, tx, reviewId, 'reviews.flag');
  if (isRefusal(before)) return before;
  if (before.hiddenAt !== null) return refuse('access.denied', { permission: 'reviews.hide' });
  if (before.flagReason !== null) {
    const row = await mark(tx, reviewId, marks.flag(null, '', null, null));
    note(actor, tx, 'review.unflagged', before, row);
    tellReview(actor, tx, reviewUnflagged, row);
  }
  return showReviewTo(actor, tx, reviewId);
}

/** Takes a flagged review out of the shop, and out of every average. */
export async function hideReview(actor: StaffActor, tx: Tx, { reviewId }: One) {
  const before = await reachReview(actor, tx, reviewId, 'reviews.hide');
  if (isRefusal(before)) return before;
  if (before.flagReason === null) return refuse('review.not_flagged');
  if (before.hiddenAt === null) {
    const row = await mark(tx, reviewId, marks.hidden(now(), byOf(actor)));
    await recount(tx, before, row);
    await settleBad(tx, row);
    note(actor, tx, 'review.hidden', before, row);
    tellReview(actor, tx, reviewHidden, row);
  }
  return showReviewTo(actor, tx, reviewId);
}

/** Shows it again. */
export async function showReview(actor: StaffActor, tx: Tx, { reviewId }: One) {
  const before = await reachReview(actor, tx, reviewId, 'reviews.hide');
  if (isRefusal(before)) return before;
  if (before.hiddenAt !== null) {
    const row = await mark(tx, reviewId, marks.hidden(null, null));
    await recount(tx, before, row);
    await heedBad(tx, row);
    note(actor, tx, 'review.shown', before, row);
    tellReview(actor, tx, reviewShown, row);
  }
  return showReviewTo(actor, tx, reviewId);
}
