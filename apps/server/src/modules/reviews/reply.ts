import type { InputOf, reviews } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { unsayable, type WordPort, wordsReady } from '../conversations/index.ts';
import { settleBad } from './bad.ts';
import { reviewReplied, reviewReplyWithdrawn } from './events.ts';
import { mark, marks } from './review.store.ts';
import { byOf, reachReview, showReviewTo } from './shown.ts';
import { tellReview } from './tell.ts';

/** Answers in public, or changes the answer; what waited for it is done. */
export const replyToReviewWith =
  (port: WordPort) =>
  async (actor: StaffActor, { db }: Bare, input: InputOf<typeof reviews.replyToReview>) => {
    await wordsReady(port, actor.team);
    return db.write(actor, (tx) => reply(actor, tx, port, input));
  };

async function reply(
  actor: StaffActor,
  tx: Tx,
  port: WordPort,
  { reviewId, text, sure = false }: InputOf<typeof reviews.replyToReview>,
) {
  const before = await reachReview(actor, tx, reviewId, 'reviews.reply');
  if (isRefusal(before)) return before;
  const { shopId } = before;
  const barred = unsayable(port, { team: actor.team, shopId, text }, sure);
  if (barred) return barred;
  if (before.reply === text.trim()) return showReviewTo(actor, tx, reviewId);
  const row = await mark(tx, reviewId, marks.reply(text.trim(), now(), byOf(actor)));
  await settleBad(tx, row);
  record(tx, actor, {
    action: 'review.replied',
    subject: { kind: 'review', id: reviewId },
    before: { reply: before.reply },
    after: { reply: row.reply },
    shop: shopId,
  });
  tellReview(actor, tx, reviewReplied, row);
  return showReviewTo(actor, tx, reviewId);
}

/** Takes the answer back. */
export async function withdrawReviewReply(
  actor: StaffActor,
  tx: Tx,
  { reviewId }: InputOf<typeof reviews.withdrawReviewReply>,
) {
  const before = await reachReview(actor, tx, reviewId, 'reviews.reply');
  if (isRefusal(before)) return before;
  if (before.reply === null) return refuse('review.no_reply');
  const row = await mark(tx, reviewId, marks.reply(null, null, null));
  record(tx, actor, {
    action: 'review.reply_withdrawn',
    subject: { kind: 'review', id: reviewId },
    before: { reply: before.reply },
    shop: row.shopId,
  });
  tellReview(actor, tx, reviewReplyWithdrawn, row);
  return showReviewTo(actor, tx, reviewId);
}
