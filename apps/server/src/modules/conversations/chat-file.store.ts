import { sql } from 'kysely';
import { actorRef, type BuyerActor, type StaffActor, type TeamActor } from '../../kernel/actor.ts';
import { booksOf } from '../../kernel/files/books.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { removeBytes } from './jobs.ts';
import type { StoredFile } from './post.rules.ts';
import { readable } from './reading.store.ts';

export interface FileRow extends StoredFile {
  readonly key: string;
  readonly thumbnailKey: string | null;
}

const columns = sql.raw(
  `f.id, f.name, f.mime, f.size::int as size, f.width, f.height, f.key, f.thumbnail_key as "thumbnailKey"`,
);

export interface FilePlace {
  readonly conversationId: string | null;
  readonly channelId: string | null;
}

/** Puts a taken file on the books; it belongs to its uploader until a message takes it. */
export const insertFile = (
  tx: Tx,
  id: string,
  actor: TeamActor,
  place: FilePlace,
  t: Taken,
): Promise<unknown> => {
  const { kind, id: uploader } =
    actor.kind === 'buyer' ? { kind: 'buyer', id: actor.visitor } : actorRef(actor);
  return run(
    tx,
    sql`insert into chat_files (team_id, id, conversation_id, channel_id, uploader_kind, uploader_id, name, mime, size,
          width, height, key, thumbnail_key, at)
        values (${tx.team}, ${id}, ${place.conversationId}, ${place.channelId}, ${kind}, ${uploader}, ${t.name}, ${t.mime},
          ${t.size}, ${t.width}, ${t.height}, ${t.key}, ${t.thumbnailKey}, now())`,
  );
};

/** How many files of this uploader wait for a message. Counted one after another: many at once are not each the first. */
export async function looseFiles(tx: Tx, actor: TeamActor): Promise<number> {
  const uploader = actor.kind === 'buyer' ? actor.visitor : actorRef(actor).id;
  const turn = `uploads ${tx.team} ${uploader}`;
  await run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from chat_files where team_id = ${tx.team} and message_id is null
        and removed_at is null and uploader_id = ${uploader} and at > now() - interval '1 day'`,
  );
  return row?.n ?? 0;
}

const uploadedBy = (actor: TeamActor) =>
  actor.kind === 'buyer'
    ? sql`f.uploader_kind = 'buyer' and f.uploader_id = ${actor.visitor} and f.channel_id = ${actor.channel}`
    : sql`f.uploader_kind = ${actor.kind} and f.uploader_id = ${actorRef(actor).id}`;

/** The uploader's own file that no message has taken yet; locked, so that two messages cannot both take it. */
export const lockLoose = (
  tx: Tx,
  actor: TeamActor,
  id: string,
  conversationId: string | null,
): Promise<FileRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from chat_files f where f.team_id = ${tx.team} and f.id = ${id} and f.message_id is null
        and f.removed_at is null and ${uploadedBy(actor)}
        and (f.conversation_id is null or f.conversation_id = ${conversationId}) for update`,
  );

export const attachFile = (
  tx: Tx,
  id: string,
  conversationId: string,
  message: string,
): Promise<unknown> =>
  run(
    tx,
    sql`update chat_files set message_id = ${message}, conversation_id = ${conversationId}
        where team_id = ${tx.team} and id = ${id} and message_id is null`,
  );

/** A file the team may read now: of a conversation in sight and a message not taken back, or one's own waiting upload. */
export const fileForStaff = (tx: Tx, actor: StaffActor, id: string): Promise<FileRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from chat_files f
        left join conversations c on c.team_id = f.team_id and c.id = f.conversation_id
        left join messages m on m.team_id = f.team_id and m.id = f.message_id
        where f.team_id = ${tx.team} and f.id = ${id} and f.removed_at is null and (
          (f.message_id is null and ${uploadedBy(actor)})
          or (m.recalled_at is null and not m.hidden and ${readable(actor)}))`,
  );

/** A file the buyer may read now: of their own chat, or their own waiting upload. */
export const fileForBuyer = (tx: Tx, actor: BuyerActor, id: string): Promise<FileRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from chat_files f
        left join conversations c on c.team_id = f.team_id and c.id = f.conversation_id
        left join messages m on m.team_id = f.team_id and m.id = f.message_id
        where f.team_id = ${tx.team} and f.id = ${id} and f.removed_at is null and (
          (f.message_id is null and ${uploadedBy(actor)})
          or (m.recalled_at is null and m.kind <> 'note' and c.buyer_id = ${actor.buyer} and c.channel_id = ${actor.channel}))`,
  );

/** ATT-02: takes a file off the books; its bytes go after the commit. */
export async function removeFile(tx: Tx, id: string): Promise<void> {
  const row = await first<{ key: string; thumbnailKey: string | null }>(
    tx,
    sql`update chat_files set removed_at = now() where team_id = ${tx.team} and id = ${id} and removed_at is null
        returning key, thumbnail_key as "thumbnailKey"`,
  );
  if (!row) return;
  const keys = [row.key, row.thumbnailKey].filter((key) => key !== null);
  await enqueue(tx, removeBytes, { keys });
}

/** Takes a file off the books if no message took it. */
export async function expireLoose(tx: Tx, id: string): Promise<void> {
  const row = await first(
    tx,
    sql`select 1 as one from chat_files where team_id = ${tx.team} and id = ${id} and message_id is null for update`,
  );
  if (row) await removeFile(tx, id);
}

/** Files that stand in messages of a buyer's conversations of a shop; what was taken back or is only a note is left out. */
export const filesOfBuyer = (
  tx: Tx,
  shopId: string,
  buyerId: string,
  ids: readonly string[],
): Promise<{ id: string; name: string; mime: string }[]> =>
  run(
    tx,
    sql`select f.id, f.name, f.mime from chat_files f
        join conversations c on c.team_id = f.team_id and c.id = f.conversation_id
        join messages m on m.team_id = f.team_id and m.id = f.message_id
        where f.team_id = ${tx.team} and f.id = any(${[...ids]}::uuid[]) and f.removed_at is null and m.recalled_at is null
          and m.kind <> 'note' and c.shop_id = ${shopId} and c.buyer_id = ${buyerId}`,
  );

/** Whose bytes stay; of what was taken back they went already. */
export const filesKept = booksOf('chat_files');
