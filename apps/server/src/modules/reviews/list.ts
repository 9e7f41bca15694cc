import type { InputOf, reviews } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readAwaiting } from './awaiting.store.ts';
import { readFigures, readReviews } from './list.store.ts';
import { readReviewedProducts } from './product.store.ts';
import { findReview, shownTo } from './shown.ts';

const shopsOf = (actor: StaffActor) => (sightOf(actor, 'reviews.read') ?? { shops: [] }).shops;

/** Reviews of the shops the reader works in. */
export async function listReviews(
  actor: StaffActor,
  tx: Tx,
  { cursor, limit = 50, ...wanted }: InputOf<typeof reviews.listReviews>,
) {
  const place = readCursor<[string, string]>('reviews', ['instant', 'id'], cursor);
  if (isRefusal(place)) return place;
  const rows = await readReviews(tx, { ...wanted, shops: shopsOf(actor) }, place, limit + 1);
  const page = pageOf('reviews', rows, limit, (row) => [row.place, row.id]);
  return { items: page.items.map((row) => shownTo(actor, row)), next: page.next };
}

/** One review. */
export const getReview = (
  actor: StaffActor,
  tx: Tx,
  { reviewId }: InputOf<typeof reviews.getReview>,
) => findReview(actor, tx, reviewId);

/** What the reviews asked for come to, and what waits among them. */
export async function getReviewFigures(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof reviews.getReviewFigures>,
) {
  const figures = await readFigures(tx, { ...input, shops: shopsOf(actor) });
  const count = figures.stars.reduce((sum, one) => sum + one, 0);
  const total = figures.stars.reduce((sum, one, n) => sum + one * (n + 1), 0);
  return { ...figures, count, average: count === 0 ? null : total / count };
}

/** Products with what their visible reviews come to. */
export async function listReviewedProducts(
  actor: StaffActor,
  tx: Tx,
  { cursor, limit = 50, shopId, sort = 'worst' }: InputOf<typeof reviews.listReviewedProducts>,
) {
  const list = `reviewed-${sort}`;
  const place = readCursor<[number, string]>(list, ['integer', 'id'], cursor);
  if (isRefusal(place)) return place;
  const filter = { shops: shopsOf(actor), shopId, sort };
  const rows = await readReviewedProducts(tx, filter, place, limit + 1);
  const page = pageOf(list, rows, limit, (row) => [row.place, row.productId]);
  return { items: page.items.map(({ place: _place, ...row }) => row), next: page.next };
}

/** Orders that arrived and wait for their buyer's word. */
export async function listReviewableOrders(
  actor: StaffActor,
  tx: Tx,
  { cursor, limit = 50, shopId, orderId }: InputOf<typeof reviews.listReviewableOrders>,
) {
  const place = readCursor<[string, string]>('reviewable', ['instant', 'id'], cursor);
  if (isRefusal(place)) return place;
  const rows = await readAwaiting(tx, { shops: shopsOf(actor), shopId, orderId }, place, limit + 1);
  const page = pageOf('reviewable', rows, limit, (row) => [row.place, row.orderId]);
  const items = page.items.map(({ place: _place, ...row }) => {
    const may = can(actor, 'reviews.reply', { shop: row.shopId }) === 'yes';
    return { ...row, can: may && row.invitedAt === null ? ['inviteReview'] : [] };
  });
  return { items, next: page.next };
}
