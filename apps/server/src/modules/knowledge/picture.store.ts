import { sql } from 'kysely';
import { clock } from '../../kernel/clock.ts';
import { booksOf } from '../../kernel/files/books.ts';
import { keysOf } from '../../kernel/files/loose.ts';
import type { Sendable } from '../../kernel/files/send.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export const insertPicture = (
  tx: Tx,
  made: { readonly id: string; readonly shopId: string; readonly uploaderId: string },
  taken: Taken,
) =>
  run(
    tx,
    sql`insert into knowledge_pictures (team_id, id, shop_id, uploader_id, key, thumbnail_key, name, mime, size, width, height, loose_since)
        values (${tx.team}, ${made.id}, ${made.shopId}, ${made.uploaderId}, ${taken.key}, ${taken.thumbnailKey}, ${taken.name},
          ${taken.mime}, ${taken.size}, ${taken.width}, ${taken.height}, ${new Date(clock.now())})`,
  );

/** How many pictures of this uploader no version shows, of those taken or let go since then. */
export async function countLoose(tx: Tx, uploaderId: string, since: Date): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from knowledge_pictures p
        where p.team_id = ${tx.team} and p.uploader_id = ${uploaderId} and p.loose_since >= ${since}
          and not exists (select from knowledge_versions v where v.team_id = p.team_id and v.picture_id = p.id)`,
  );
  return row?.n ?? 0;
}

/** Holds a picture of the shop until the transaction ends; false where there is none. */
export async function holdPicture(tx: Tx, id: string, shopId: string): Promise<boolean> {
  const row = await first(
    tx,
    sql`select 1 as there from knowledge_pictures where team_id = ${tx.team} and id = ${id} and shop_id = ${shopId} for key share`,
  );
  return row !== undefined;
}

/** From now on the picture may stand nowhere; it is looked at again in a day. */
export const letGo = (tx: Tx, id: string) =>
  run(
    tx,
    sql`update knowledge_pictures set loose_since = ${new Date(clock.now())} where team_id = ${tx.team} and id = ${id}`,
  );

export interface PictureRow extends Sendable {
  readonly shopId: string;
  /** It stands in what buyers are told at this moment. */
  readonly told: boolean;
}

/** The one team whose picture this is. */
export async function teamOfPicture(tx: Tx, id: string): Promise<string | null> {
  const row = await first<{ team: string | null }>(
    tx,
    sql`select knowledge_picture_team(${id}::uuid) as team`,
  );
  return row?.team ?? null;
}

export const readPicture = (tx: Tx, id: string) =>
  first<PictureRow>(
    tx,
    sql`select p.id, p.key, p.thumbnail_key as "thumbnailKey", p.name, p.mime, p.shop_id as "shopId",
          exists (select from knowledge_versions v
            join knowledge_entries e on e.team_id = v.team_id and e.id = v.entry_id and e.live_no = v.no
            where v.team_id = p.team_id and v.picture_id = p.id and e.archived_at is null
              and coalesce(e.valid_from, '-infinity') <= ${new Date(clock.now())}
              and coalesce(e.valid_until, 'infinity') > ${new Date(clock.now())}) as told
        from knowledge_pictures p where p.team_id = ${tx.team} and p.id = ${id}`,
  );

/** Forgets pictures that stand in no version since then; says whose bytes can go. One that is just being taken is left alone. */
export const dropLoose = async (tx: Tx, before: Date): Promise<string[]> =>
  keysOf(
    await run(
      tx,
      sql`delete from knowledge_pictures where team_id = ${tx.team} and id in (
            select p.id from knowledge_pictures p
            where p.team_id = ${tx.team} and p.loose_since < ${before} and not exists (select from knowledge_versions v
              where v.team_id = p.team_id and v.picture_id = p.id)
            for update skip locked)
          returning key, thumbnail_key`,
    ),
  );

/** Keys of all pictures of a shop that goes; the rows go with it. */
export const keysOfShop = async (tx: Tx, shopId: string): Promise<string[]> =>
  keysOf(
    await run(
      tx,
      sql`select key, thumbnail_key from knowledge_pictures where team_id = ${tx.team} and shop_id = ${shopId}`,
    ),
  );

/** Whose bytes stay. */
export const picturesKept = booksOf('knowledge_pictures');
