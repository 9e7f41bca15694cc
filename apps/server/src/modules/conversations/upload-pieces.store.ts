import { sql } from 'kysely';
import { actorRef, type StaffActor } from '../../kernel/actor.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A file on its way. */
export interface UploadRow {
  readonly id: string;
  readonly conversationId: string;
  readonly name: string;
  readonly size: number;
  readonly received: number;
  readonly fileId: string | null;
}

const columns = sql`id, conversation_id as "conversationId", name, size, received, file_id as "fileId"`;

const ofActor = (actor: StaffActor) => {
  const { kind, id } = actorRef(actor);
  return sql`uploader_kind = ${kind} and uploader_id = ${id}`;
};

export const insertUpload = (
  tx: Tx,
  actor: StaffActor,
  row: Pick<UploadRow, 'id' | 'conversationId' | 'name' | 'size'>,
) =>
  run(
    tx,
    sql`insert into chat_uploads (team_id, id, conversation_id, uploader_kind, uploader_id, name, size)
        values (${tx.team}, ${row.id}, ${row.conversationId}, ${actorRef(actor).kind}, ${actorRef(actor).id}, ${row.name},
          ${row.size})`,
  );

/** Uploads of this uploader that are not complete. */
export async function openUploads(tx: Tx, actor: StaffActor): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from chat_uploads where team_id = ${tx.team} and file_id is null and ${ofActor(actor)}`,
  );
  return row?.n ?? 0;
}

/** The uploader's own upload. */
export const findUpload = (tx: Tx, actor: StaffActor, id: string) =>
  first<UploadRow>(
    tx,
    sql`select ${columns} from chat_uploads where team_id = ${tx.team} and id = ${id} and ${ofActor(actor)}`,
  );

/** The same, locked: pieces of one upload come one after the other. */
export const lockUpload = (tx: Tx, actor: StaffActor, id: string) =>
  first<UploadRow>(
    tx,
    sql`select ${columns} from chat_uploads where team_id = ${tx.team} and id = ${id} and ${ofActor(actor)} for update`,
  );

export const moveUpload = (tx: Tx, id: string, received: number) =>
  run(
    tx,
    sql`update chat_uploads set received = ${received} where team_id = ${tx.team} and id = ${id}`,
  );

export const finishUpload = (tx: Tx, id: string, fileId: string) =>
  run(
    tx,
    sql`update chat_uploads set file_id = ${fileId} where team_id = ${tx.team} and id = ${id}`,
  );

/** Forgets an upload; a file it became stays. */
export async function forgetUpload(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`delete from chat_uploads where team_id = ${tx.team} and id = ${id}`);
}
