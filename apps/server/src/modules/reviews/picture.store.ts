import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { booksOf } from '../../kernel/files/books.ts';
import { keysOf } from '../../kernel/files/loose.ts';
import type { Sendable } from '../../kernel/files/send.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

interface Owner {
  readonly shopId: string;
  readonly buyerId: string;
}

export const insertPicture = (tx: Tx, id: string, { shopId, buyerId }: Owner, taken: Taken) =>
  run(
    tx,
    sql`insert into review_pictures (team_id, id, shop_id, buyer_id, key, thumbnail_key, name, mime, size, at)
        values (${tx.team}, ${id}, ${shopId}, ${buyerId}, ${taken.key}, ${taken.thumbnailKey}, ${taken.name}, ${taken.mime},
          ${taken.size}, ${now()})`,
  );

/** Pictures this buyer has waiting for a review. */
export async function countLoose(tx: Tx, buyerId: string): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from review_pictures where team_id = ${tx.team} and buyer_id = ${buyerId} and review_id is null`,
  );
  return row?.n ?? 0;
}

/** Gives the review exactly these pictures, in this order; false where one is not this buyer's to give. */
export async function attachPictures(
  tx: Tx,
  reviewId: string,
  { shopId, buyerId }: Owner,
  ids: readonly string[],
): Promise<boolean> {
  await run(
    tx,
    sql`update review_pictures set review_id = null where team_id = ${tx.team} and review_id = ${reviewId} and id <> all (${[...ids]}::uuid[])`,
  );
  const taken = await run(
    tx,
    sql`update review_pictures p set review_id = ${reviewId}, no = w.n
        from unnest(${[...ids]}::uuid[]) with ordinality as w(id, n)
        where p.team_id = ${tx.team} and p.id = w.id and p.shop_id = ${shopId} and p.buyer_id = ${buyerId}
          and (p.review_id is null or p.review_id = ${reviewId}) returning p.id`,
  );
  return taken.length === ids.length;
}

export interface PictureRow extends Sendable {
  readonly shopId: string;
  readonly buyerId: string | null;
  readonly reviewId: string | null;
  readonly hidden: boolean;
}

/** The one team whose picture this is. */
export async function teamOfPicture(tx: Tx, id: string): Promise<string | null> {
  const row = await first<{ team: string | null }>(
    tx,
    sql`select review_picture_team(${id}::uuid) as team`,
  );
  return row?.team ?? null;
}

export const readPicture = (tx: Tx, id: string) =>
  first<PictureRow>(
    tx,
    sql`select p.id, p.key, p.thumbnail_key as "thumbnailKey", p.name, p.mime, p.shop_id as "shopId", p.buyer_id as "buyerId",
          p.review_id as "reviewId", coalesce(r.hidden_at is not null, false) as hidden
        from review_pictures p left join reviews r on r.team_id = p.team_id and r.id = p.review_id
        where p.team_id = ${tx.team} and p.id = ${id}`,
  );

/** Forgets pictures that stood in no review for a day; says whose bytes can go. */
export const dropLoose = async (tx: Tx, before: Date): Promise<string[]> =>
  keysOf(
    await run(
      tx,
      sql`delete from review_pictures where team_id = ${tx.team} and review_id is null and at < ${before} returning key, thumbnail_key`,
    ),
  );

/** The same for all pictures of a shop that goes. */
export const dropOfShop = async (tx: Tx, shopId: string): Promise<string[]> =>
  keysOf(
    await run(
      tx,
      sql`delete from review_pictures where team_id = ${tx.team} and shop_id = ${shopId} returning key, thumbnail_key`,
    ),
  );

/** Whose bytes stay. */
export const picturesKept = booksOf('review_pictures');
