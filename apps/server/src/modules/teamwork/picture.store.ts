import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
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
    sql`insert into announcement_pictures (team_id, id, uploader_id, key, name, mime, width, height, at)
        values (${tx.team}, ${id}, ${uploader}, ${taken.key}, ${taken.name}, ${taken.mime}, ${taken.width}, ${taken.height}, ${now()})`,
  );

export const pictureOfId = (tx: Tx, id: string) =>
  first<PictureRow>(
    tx,
    sql`select id, key, name, mime from announcement_pictures where team_id = ${tx.team} and id = ${id}`,
  );

/** Whether all of these are pictures of the team. */
export async function arePictures(tx: Tx, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true;
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from announcement_pictures where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
  return row?.n === ids.length;
}

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
