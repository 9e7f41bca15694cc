import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { booksOf } from '../../kernel/files/books.ts';
import { keysOf } from '../../kernel/files/loose.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type Content, partsOf } from './content.rules.ts';
import type { Home } from './reach.ts';

export interface PictureRow extends Taken {
  readonly id: string;
}

/** A picture of a script; undefined when there is none. */
export const readPicture = (tx: Tx, id: string): Promise<PictureRow | undefined> =>
  first(
    tx,
    sql`select id, key, thumbnail_key as "thumbnailKey", name, mime, size::int as size, width, height from script_pictures
        where team_id = ${tx.team} and id = ${id}`,
  );

export const insertPicture = (tx: Tx, id: string, taken: Taken, uploaderId: string) =>
  run(
    tx,
    sql`insert into script_pictures (team_id, id, name, mime, size, width, height, key, thumbnail_key, uploader_id, at)
        values (${tx.team}, ${id}, ${taken.name}, ${taken.mime}, ${taken.size}, ${taken.width}, ${taken.height}, ${taken.key},
          ${taken.thumbnailKey}, ${uploaderId}, ${now()})`,
  );

/** How many pictures of this uploader no script shows, of those taken since then. */
export async function countLoose(tx: Tx, uploaderId: string, since: Date): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from script_pictures p
        where p.team_id = ${tx.team} and p.uploader_id = ${uploaderId} and p.at >= ${since}
          and not exists (select from script_picture_uses u where u.team_id = p.team_id and u.picture_id = p.id)`,
  );
  return row?.n ?? 0;
}

export const isUploader = async (tx: Tx, id: string, uploaderId: string | null): Promise<boolean> =>
  uploaderId !== null &&
  (await first(
    tx,
    sql`select 1 as own from script_pictures where team_id = ${tx.team} and id = ${id} and uploader_id = ${uploaderId}`,
  )) !== undefined;

/** The libraries of the scripts that show a picture or showed it once. */
export const homesOf = (tx: Tx, id: string): Promise<Home[]> =>
  run<Home>(
    tx,
    sql`select distinct s.scope, s.owner_id as "ownerId", s.shop_id as "shopId" from script_picture_uses u
        join scripts s on s.team_id = u.team_id and s.id = u.script_id
        where u.team_id = ${tx.team} and u.picture_id = ${id}`,
  );

/** Ids of the pictures a content shows. */
export const picturesIn = (content: Content): string[] => [
  ...new Set(partsOf(content).flatMap((part) => (part.kind === 'picture' ? [part.pictureId] : []))),
];

/** Keeps what a version of the script shows. */
export async function noteUses(tx: Tx, scriptId: string, content: Content): Promise<void> {
  const ids = picturesIn(content);
  if (ids.length === 0) return;
  await run(
    tx,
    sql`insert into script_picture_uses (team_id, picture_id, script_id)
        select ${tx.team}, p.id, ${scriptId} from unnest(${ids}::uuid[]) as p(id) on conflict do nothing`,
  );
}

/** Forgets pictures from before then that no script shows; says whose bytes can go. One that is just being taken is left alone. */
export const dropLoose = async (tx: Tx, before: Date): Promise<string[]> =>
  keysOf(
    await run(
      tx,
      sql`delete from script_pictures where team_id = ${tx.team} and id in (
            select p.id from script_pictures p
            where p.team_id = ${tx.team} and p.at < ${before} and not exists (select from script_picture_uses u
              where u.team_id = p.team_id and u.picture_id = p.id)
            for update skip locked)
          returning key, thumbnail_key`,
    ),
  );

/** Whose bytes stay. */
export const picturesKept = booksOf('script_pictures');
