import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { booksOf } from '../../kernel/files/books.ts';
import { keysOf } from '../../kernel/files/loose.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface PictureRow {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly mime: string;
}

export const insertPicture = (tx: Tx, id: string, uploader: string, taken: Taken) =>
  run(
    tx,
    sql`insert into announcement_pictures (team_id, id, uploader_id, key, thumbnail_key, name, mime, width, height, at)
        values (${tx.team}, ${id}, ${uploader}, ${taken.key}, ${taken.thumbnailKey}, ${taken.name}, ${taken.mime}, ${taken.width},
          ${taken.height}, ${now()})`,
  );

export const pictureOfId = (tx: Tx, id: string) =>
  first<PictureRow>(
    tx,
    sql`select id, key, name, mime from announcement_pictures where team_id = ${tx.team} and id = ${id}`,
  );

/** Takes these pictures of the team, so that none is swept meanwhile; false where one is not there. */
export async function takePictures(tx: Tx, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const taken = await run(
    tx,
    sql`update announcement_pictures set at = ${now()} where team_id = ${tx.team} and id = any(${[...ids]}::uuid[]) returning id`,
  );
  return taken.length === ids.length;
}

const shown = sql`exists (select from announcements a where a.team_id = p.team_id and p.id = any(a.picture_ids))`;

/** How many pictures of this uploader no announcement shows, of those taken since then. */
export async function countLoose(tx: Tx, uploaderId: string, since: Date): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from announcement_pictures p
        where p.team_id = ${tx.team} and p.uploader_id = ${uploaderId} and p.at >= ${since} and not ${shown}`,
  );
  return row?.n ?? 0;
}

/** Forgets pictures from before then that no announcement shows; says whose bytes can go. */
export const dropLoose = async (tx: Tx, before: Date): Promise<string[]> =>
  keysOf(
    await run(
      tx,
      sql`delete from announcement_pictures p where p.team_id = ${tx.team} and p.at < ${before} and not ${shown}
          returning key, thumbnail_key`,
    ),
  );

/** Announcements the picture stands in. */
export const usesOf = (tx: Tx, id: string) =>
  run<{ id: string }>(
    tx,
    sql`select id from announcements where team_id = ${tx.team} and ${id}::uuid = any(picture_ids)`,
  );

export const isUploader = async (tx: Tx, id: string, member: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from announcement_pictures where team_id = ${tx.team} and id = ${id} and uploader_id = ${member}`,
  )) !== undefined;

/** Whose bytes stay. */
export const picturesKept = booksOf('announcement_pictures');
