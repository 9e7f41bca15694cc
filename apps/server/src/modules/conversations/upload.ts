import type { conversations, InputOf, ReplyOf } from '@guitai/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Db } from '../../kernel/db.ts';
import { attachment } from '../../kernel/files/name.rules.ts';
import type { FileStore, NotTaken, Taken } from '../../kernel/files/store.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  type FilePlace,
  type FileRow,
  fileForStaff,
  insertFile,
  looseFiles,
} from './chat-file.store.ts';
import { findStanding, isReadable } from './conversation.store.ts';
import { expireFile, looseUntil } from './jobs.ts';

type Stored = ReplyOf<typeof conversations.uploadFile>;

/** Uploads one may leave waiting for their message. */
const mostLoose = 30;

export interface Uploads {
  readonly files: FileStore;
  readonly limitBytes: number;
}

/** Takes the one file of a form; a body that is no form, or has none, is a refusal of its own. */
export async function takeUpload(
  { files, limitBytes }: Uploads,
  team: string,
  request: FastifyRequest,
): Promise<Taken | NotTaken | 'missing'> {
  if (!request.isMultipart()) return 'missing';
  const part = await request.file({ limits: { fileSize: limitBytes, files: 1 } });
  if (part?.fieldname !== 'file') {
    part?.file.resume();
    return 'missing';
  }
  return files.take(team, part.file, part.filename ?? '');
}

/** Puts a taken file on the books, to be forgotten in a day unless a message takes it. */
export const keepUpload = (
  db: Db,
  actor: TeamActor,
  place: FilePlace,
  taken: Taken,
): Promise<Stored | Refusal<'rate.limited'>> =>
  db.write(actor, async (tx) => {
    if ((await looseFiles(tx, actor)) >= mostLoose)
      return refuse('rate.limited', { seconds: 3600 });
    const id = newId();
    await insertFile(tx, id, actor, place, taken);
    await enqueue(tx, expireFile, { fileId: id }, { runAt: looseUntil() });
    const { name, mime, size, width, height } = taken;
    return { id, name, mime, size, width, height };
  });

/** Removes the bytes of an upload that did not come onto the books. */
export async function dropTaken(files: FileStore, { key, thumbnailKey }: Taken): Promise<void> {
  await files.remove(key);
  if (thumbnailKey) await files.remove(thumbnailKey);
}

/** Why the actor may not put a file into the conversation; null when they may. */
export async function mayUpload(actor: StaffActor, tx: Tx, conversationId: string) {
  const readable = await isReadable(actor, tx, conversationId);
  const standing = readable ? await findStanding(tx, conversationId) : undefined;
  if (!standing) return refuse('conversation.not_found');
  const thing = { shop: standing.shopId, holder: standing.assigneeId };
  const permission = 'conversations.reply';
  return can(actor, permission, thing) === 'yes' ? null : refuse('access.denied', { permission });
}

/** Uploads one file to a conversation one may answer in. */
export const uploadFileWith =
  (uploads: Uploads) =>
  async (
    actor: StaffActor,
    { db, request, reply }: Bare,
    { conversationId }: InputOf<typeof conversations.uploadFile>,
  ) => {
    const barred = await db.read(actor, (tx) => mayUpload(actor, tx, conversationId));
    if (barred) return barred;
    const taken = await takeUpload(uploads, actor.team, request);
    if (typeof taken === 'string') {
      reply.header('connection', 'close');
      return refuse(`file.${taken}`, { limitMb: Math.floor(uploads.limitBytes / 1_048_576) });
    }
    const kept = await keepUpload(db, actor, { conversationId, channelId: null }, taken);
    if (isRefusal(kept)) await dropTaken(uploads.files, taken);
    return kept;
  };

/**
 * Sends a file's bytes so that a browser does nothing with them but show a picture or save them: as a download, of the
 * type we found, sandboxed. The permission was asked just before; the browser must ask again each time.
 */
export async function sendBytes(
  files: FileStore,
  request: FastifyRequest,
  reply: FastifyReply,
  row: FileRow,
  small: boolean,
): Promise<FastifyReply | null> {
  const thumbnail = small && row.thumbnailKey !== null;
  const etag = `"${row.id}${thumbnail ? '-s' : ''}"`;
  reply
    .header('cache-control', 'private, no-cache')
    .header('etag', etag)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('content-disposition', attachment(row.name));
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  const found = await files.read(thumbnail ? (row.thumbnailKey as string) : row.key);
  if (!found) return null;
  const type = row.mime === 'text/plain' ? 'text/plain; charset=utf-8' : row.mime;
  return reply
    .type(thumbnail ? 'image/webp' : type)
    .header('content-length', found.size)
    .send(found.stream);
}

/** The bytes of a file of a conversation in sight. */
export const getFileWith =
  ({ files }: Uploads) =>
  async (
    actor: StaffActor,
    { db, request, reply }: Bare,
    input: InputOf<typeof conversations.getFile>,
  ) => {
    const row = await db.read(actor, (tx) => fileForStaff(tx, actor, input.fileId));
    if (!row) return refuse('file.not_found');
    return (
      (await sendBytes(files, request, reply, row, input.size === 'thumbnail')) ??
      refuse('file.not_found')
    );
  };
