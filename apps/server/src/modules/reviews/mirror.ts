import { createHash } from 'node:crypto';
import type { InputOf, reviews, Static } from '@guitai/contract';
import { sql } from 'kysely';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { buyersByAccount } from '../buyers/index.ts';
import { orderFacts } from '../orders/index.ts';
import { findShop } from '../shops/index.ts';
import { appraise } from './appraise.rules.ts';
import { heedBad } from './bad.ts';
import { reviewAmended, reviewPosted } from './events.ts';
import {
  insertReview,
  lockExternal,
  mark,
  marks,
  type NewReview,
  rewrite,
} from './review.store.ts';
import { settingsOf } from './settings.ts';
import { recount } from './sums.store.ts';
import type { ReviewRow } from './tables.ts';
import { tellReview } from './tell.ts';

/** A review as a file or a program tells it. */
export type ToldReview = Static<typeof reviews.ToldReview>;
type Told = ToldReview;
type Source = ReviewRow['source'];

/** What came of a review that was told of. */
interface Mirrored {
  readonly reviewId: string;
  readonly result: 'created' | 'changed' | 'unchanged';
}

const hashOf = (told: Told): string =>
  createHash('sha256').update(JSON.stringify(told)).digest('base64');

const idBy = async (tx: Tx, found: ReturnType<typeof sql>): Promise<string | null> =>
  (await first<{ id: string }>(tx, found))?.id ?? null;

/** What the platform's own names stand for here; what is not known stays open. */
async function placeOf(tx: Tx, shopId: string, told: Told) {
  const { orderNumber, productExternalId, sku, buyerExternalId } = told;
  const orderId = orderNumber
    ? await idBy(
        tx,
        sql`select id from published.orders where team_id = ${tx.team} and shop_id = ${shopId}
            and (external_id = ${orderNumber} or number = ${orderNumber}) order by external_id = ${orderNumber} desc limit 1`,
      )
    : null;
  const named = productExternalId
    ? await idBy(
        tx,
        sql`select id from published.products where team_id = ${tx.team} and shop_id = ${shopId} and external_id = ${productExternalId}`,
      )
    : null;
  const order = orderId === null ? null : await orderFacts(tx, orderId);
  const lines = order?.items.filter(
    (item) => (!sku || item.sku === sku) && (!named || item.productId === named),
  );
  const line = lines?.length === 1 ? lines[0] : undefined;
  const account = buyerExternalId
    ? (await buyersByAccount(tx, shopId, [buyerExternalId])).get(buyerExternalId)
    : undefined;
  return { order, line, productId: named ?? line?.productId ?? null, account };
}

/** Title of a product that no line of an order names. */
const titleOf = async (tx: Tx, productId: string | null): Promise<string> =>
  (productId &&
    (
      await first<{ title: string }>(
        tx,
        sql`select title from published.products where team_id = ${tx.team} and id = ${productId}`,
      )
    )?.title) ||
  '';

async function create(tx: Tx, shopId: string, told: Told, source: Source) {
  const { order, line, productId, account } = await placeOf(tx, shopId, told);
  const words = (told.words ?? '').trim();
  const made: NewReview = {
    ...{ id: newId(), shopId, source, externalId: told.externalId, sourceHash: hashOf(told) },
    ...{ buyerId: account ?? order?.buyerId ?? null, author: told.author ?? '', anonymous: false },
    ...{ orderId: order?.id ?? null, lineNo: line?.no ?? null, productId },
    productTitle: line?.title ?? (await titleOf(tx, productId)),
    variant: line ? Object.values(line.options).join(' / ').slice(0, 300) : '',
    imageUrl: line?.pictureUrl ?? null,
    ...{ rating: told.rating, words, pictureUrls: told.pictures ?? [] },
    ...appraise(told.rating, words, await settingsOf(tx, shopId)),
    ...{ postedAt: new Date(told.postedAt), toldAt: now() },
  };
  // Somebody has reviewed the line here already: this one stands beside the order instead.
  return (await insertReview(tx, made)) ?? (await insertReview(tx, { ...made, lineNo: null }));
}

/** Takes over an answer that was given on the platform; one given here stands. */
const withReply = (tx: Tx, row: ReviewRow, told: Told): Promise<ReviewRow> | ReviewRow =>
  told.reply && row.reply === null
    ? mark(
        tx,
        row.id,
        marks.reply(told.reply.text, new Date(told.reply.at ?? now().toISOString()), null),
      )
    : row;

async function change(tx: Tx, before: ReviewRow, told: Told): Promise<ReviewRow> {
  const words = (told.words ?? '').trim();
  if (before.rating === told.rating && before.words === words)
    return mark(tx, before.id, marks.hash(hashOf(told)));
  const said = { rating: told.rating, words, anonymous: null, pictureUrls: told.pictures ?? [] };
  const judged = appraise(told.rating, words, await settingsOf(tx, before.shopId));
  const row = await rewrite(tx, before.id, {
    ...said,
    ...judged,
    sourceHash: hashOf(told),
    at: now(),
  });
  if (!row) throw new Error('a review vanished under its lock');
  return row;
}

/** One review that was told of. Who tells of it at the same time is waited for; the later finds it there. */
async function takeOne(
  actor: Actor,
  tx: Tx,
  shopId: string,
  told: Told,
  source: Source,
): Promise<Mirrored> {
  const known = await lockExternal(tx, shopId, told.externalId);
  const made = known ? undefined : await create(tx, shopId, told, source);
  const before = known ?? (made ? undefined : await lockExternal(tx, shopId, told.externalId));
  if (before && (before.forgotten || before.sourceHash === hashOf(told)))
    return { reviewId: before.id, result: 'unchanged' };
  const written = made ?? (before && (await change(tx, before, told)));
  if (!written) throw new Error('a review was refused its place and nobody has it');
  const row = await withReply(tx, written, told);
  await recount(tx, before ?? null, row);
  await heedBad(tx, row);
  tellReview(actor, tx, before ? reviewAmended : reviewPosted, row);
  return { reviewId: row.id, result: before ? 'changed' : 'created' };
}

/** Brings in reviews a file or a program tells of; the same again changes nothing. */
export async function takeReviews(
  actor: Actor,
  tx: Tx,
  shopId: string,
  batch: readonly Told[],
  source: Source,
): Promise<Mirrored[]> {
  const results: Mirrored[] = [];
  for (const told of batch) results.push(await takeOne(actor, tx, shopId, told, source));
  return results;
}

/** The same for programs of the shop. */
export async function mirrorReviews(
  actor: StaffActor,
  tx: Tx,
  { shopId, reviews: told }: InputOf<typeof reviews.mirrorReviews>,
) {
  if (!(await findShop(tx, shopId)) || can(actor, 'reviews.mirror', { shop: shopId }) !== 'yes')
    return refuse('shop.not_found');
  const results = await takeReviews(actor, tx, shopId, told, 'api');
  record(tx, actor, {
    action: 'reviews.mirrored',
    subject: { kind: 'shop', id: shopId },
    after: { told: told.length, created: results.filter((one) => one.result === 'created').length },
    shop: shopId,
  });
  return {
    items: results.map((one, n) => ({ externalId: told[n]?.externalId ?? '', ...one })),
  };
}
