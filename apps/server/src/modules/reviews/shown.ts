import type { reviews } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readReviews, type Shown } from './list.store.ts';
import { lockReview } from './review.store.ts';

type Row = Shown & { place?: string };

function actsOn(actor: StaffActor, row: Row): string[] {
  const may = (permission: string) => can(actor, permission, { shop: row.shopId }) === 'yes';
  const { reply, flag, hidden, thankedAt, conversationId } = row;
  return [
    ...(may('reviews.reply') ? ['replyToReview', ...(reply ? ['withdrawReviewReply'] : [])] : []),
    ...(may('reviews.reply') && !thankedAt && conversationId ? ['thankForReview'] : []),
    ...(may('reviews.flag') && !hidden ? [flag ? 'unflagReview' : 'flagReview'] : []),
    ...(may('reviews.hide') && flag && !hidden ? ['hideReview'] : []),
    ...(may('reviews.hide') && hidden ? ['showReview'] : []),
  ];
}

/** A review as this reader sees it, with what they may do about it. */
export function shownTo(actor: StaffActor, row: Row): reviews.ReviewShape {
  const { place: _place, ...shown } = row;
  return { ...shown, can: actsOn(actor, row) };
}

/** The review of that id for who has just acted on it. */
export async function showReviewTo(actor: StaffActor, tx: Tx, id: string) {
  const [row] = await readReviews(tx, { shops: null, id }, null, 1);
  if (!row) throw new Error('a review vanished');
  return shownTo(actor, row);
}

/** The same for who asks for it; another shop's review does not exist. */
export async function findReview(actor: StaffActor, tx: Tx, id: string) {
  const [row] = await readReviews(tx, { shops: null, id }, null, 1);
  return row && can(actor, 'reviews.read', { shop: row.shopId }) === 'yes'
    ? shownTo(actor, row)
    : refuse('review.not_found');
}

/** The review, locked, for who has the right to act on it; whoever may only read it hears which right is missing. */
export async function reachReview(actor: StaffActor, tx: Tx, id: string, permission: string) {
  const row = await lockReview(tx, id);
  if (!row || can(actor, 'reviews.read', { shop: row.shopId }) !== 'yes')
    return refuse('review.not_found');
  return can(actor, permission, { shop: row.shopId }) === 'yes'
    ? row
    : refuse('access.denied', { permission });
}

export const byOf = (actor: StaffActor): string | null =>
  actor.kind === 'member' ? actor.member : null;
