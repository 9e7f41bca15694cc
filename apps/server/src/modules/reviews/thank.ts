import type { InputOf, reviews } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { buyerFacts } from '../buyers/index.ts';
import {
  newestConversationOf,
  sayInTx,
  unsayable,
  type WordPort,
  wordsReady,
} from '../conversations/index.ts';
import { findShop } from '../shops/index.ts';
import { reviewThanked } from './events.ts';
import { mark, marks } from './review.store.ts';
import { reachReview, showReviewTo } from './shown.ts';
import type { ReviewRow } from './tables.ts';
import { tellReview } from './tell.ts';
import { localeFor, thanks } from './words.ts';

async function wordsFor(tx: Tx, row: ReviewRow): Promise<string> {
  const buyer = row.buyerId === null ? null : await buyerFacts(tx, row.buyerId);
  const shop = await findShop(tx, row.shopId);
  return thanks[row.bad ? 'bad' : 'good'][localeFor(buyer?.locale, shop?.locale)];
}

/** Thanks the buyer in their conversation, once, in the colleague's name. */
export const thankForReviewWith =
  (port: WordPort) =>
  async (actor: StaffActor, { db }: Bare, input: InputOf<typeof reviews.thankForReview>) => {
    await wordsReady(port, actor.team);
    return db.write(actor, (tx) => thank(actor, tx, port, input));
  };

async function thank(
  actor: StaffActor,
  tx: Tx,
  port: WordPort,
  { reviewId, text: own, sure = false }: InputOf<typeof reviews.thankForReview>,
) {
  const before = await reachReview(actor, tx, reviewId, 'reviews.reply');
  if (isRefusal(before)) return before;
  if (before.thankedAt) return refuse('review.thanked_already');
  const { buyerId, shopId } = before;
  const talk = buyerId === null ? undefined : await newestConversationOf(tx, { buyerId, shopId });
  if (!talk) return refuse('review.no_chat');
  const text = own ?? (await wordsFor(tx, before));
  const barred = unsayable(port, { team: actor.team, shopId, text }, sure);
  if (barred) return barred;
  const clientKey = `review thanks ${reviewId}`;
  const said = await sayInTx(actor, tx, { conversationId: talk.id, text, clientKey });
  if (isRefusal(said))
    return said.code === 'conversation.not_found'
      ? refuse('conversation.not_found')
      : refuse('conversation.illegal_transition', said.params);
  const row = await mark(tx, reviewId, marks.thanked(now()));
  record(tx, actor, {
    action: 'review.thanked',
    subject: { kind: 'review', id: reviewId },
    after: { conversationId: talk.id },
    shop: shopId,
  });
  tellReview(actor, tx, reviewThanked, row);
  return showReviewTo(actor, tx, reviewId);
}
