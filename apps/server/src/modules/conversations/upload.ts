import type { conversations, InputOf, ReplyOf } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Db } from '../../kernel/db.ts';
import { sendBytes } from '../../kernel/files/send.ts';
import type { Taken } from '../../kernel/files/store.ts';
import { dropTaken, megabytes, takeUpload, type Uploads } from '../../kernel/files/upload.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type FilePlace, fileForStaff, insertFile, looseFiles } from './chat-file.store.ts';
import { findStanding, isReadable } from './conversation.store.ts';
import { expireFile, looseUntil } from './jobs.ts';

type Stored = ReplyOf<typeof conversations.uploadFile>;

/** Uploads one may leave waiting for their message. */
const mostLoose = 30;

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
      return refuse(`file.${taken}`, { limitMb: megabytes(uploads.limitBytes) });
    }
    const kept = await keepUpload(db, actor, { conversationId, channelId: null }, taken);
    if (isRefusal(kept)) await dropTaken(uploads.files, taken);
    return kept;
  };

/** The bytes of a file of a conversation in sight. */
export const getFileWith =
  ({ files }: Uploads) =>
  async (
    actor: StaffActor,
    bare: Bare,
    { fileId, size }: InputOf<typeof conversations.getFile>,
  ) => {
    const row = await bare.db.read(actor, (tx) => fileForStaff(tx, actor, fileId));
    const sent = row && (await sendBytes(files, bare, row, { small: size === 'thumbnail' }));
    return sent ?? refuse('file.not_found');
  };
