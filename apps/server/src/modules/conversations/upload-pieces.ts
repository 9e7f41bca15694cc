import type { conversations, InputOf, ReplyOf } from '@guitai/contract';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../../kernel/actor.ts';
import type { PartialFiles } from '../../kernel/files/partial.ts';
import { dropTaken, megabytes, type Uploads } from '../../kernel/files/upload.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lockLoose } from './chat-file.store.ts';
import { expireUpload, looseUntil } from './jobs.ts';
import { keepUpload, mayUpload } from './upload.ts';
import {
  findUpload,
  finishUpload,
  insertUpload,
  lockUpload,
  moveUpload,
  openUploads,
  type UploadRow,
} from './upload-pieces.store.ts';

type Shown = ReplyOf<typeof conversations.getUpload>;

export interface PiecedUploads extends Uploads {
  readonly partial: PartialFiles;
}

const pieceBytes = 1_048_576;
const mostOpen = 20;

/** ATT-01: begins an upload that may be interrupted and goes on where it stopped. */
export const beginUploadWith =
  ({ limitBytes }: Uploads) =>
  async (actor: StaffActor, tx: Tx, input: InputOf<typeof conversations.beginUpload>) => {
    const { conversationId, name, size } = input;
    const barred = await mayUpload(actor, tx, conversationId);
    if (barred) return barred;
    if (size > limitBytes) return refuse('file.too_large', { limitMb: megabytes(limitBytes) });
    if ((await openUploads(tx, actor)) >= mostOpen) return refuse('rate.limited', { seconds: 600 });
    const id = newId();
    await insertUpload(tx, actor, { id, conversationId, name, size });
    await enqueue(tx, expireUpload, { uploadId: id }, { runAt: looseUntil() });
    return { id, size, received: 0, pieceBytes, file: null };
  };

async function shown(actor: StaffActor, tx: Tx, row: UploadRow): Promise<Shown> {
  const { id, size, received, fileId, conversationId } = row;
  const kept = fileId && (await lockLoose(tx, actor, fileId, conversationId));
  if (!kept) return { id, size, received, pieceBytes, file: null };
  const { key: _key, thumbnailKey: _thumbnail, ...file } = kept;
  return { id, size, received, pieceBytes, file };
}

/** How far an upload has come. */
export async function getUpload(
  actor: StaffActor,
  tx: Tx,
  { uploadId }: InputOf<typeof conversations.getUpload>,
) {
  const row = await findUpload(tx, actor, uploadId);
  return row ? shown(actor, tx, row) : refuse('upload.not_found');
}

async function pieceOf(request: FastifyRequest): Promise<Buffer | null> {
  if (!request.isMultipart()) return null;
  const part = await request.file({ limits: { fileSize: pieceBytes + 1, files: 1 } });
  return part?.fieldname === 'file' ? part.toBuffer() : null;
}

/** Takes the next piece; the one that completes the file has it looked at and kept, also when that was interrupted. */
export const putUploadPieceWith =
  (uploads: PiecedUploads) =>
  async (
    actor: StaffActor,
    { db, request, reply }: Bare,
    { uploadId, offset }: InputOf<typeof conversations.putUploadPiece>,
  ) => {
    const piece = await pieceOf(request);
    if (!piece) {
      reply.header('connection', 'close');
      return refuse('file.missing');
    }
    if (piece.length > pieceBytes) return refuse('file.too_large', { limitMb: 1 });
    const row = await db.write(actor, (tx) =>
      addPiece(uploads, actor, tx, uploadId, offset, piece),
    );
    if (isRefusal(row)) return row;
    if (row.received === row.size && row.fileId === null) {
      const kept = await complete(uploads, actor, db, row);
      if (isRefusal(kept)) return kept;
    }
    return db.write(actor, (tx) => getUpload(actor, tx, { uploadId }));
  };

async function addPiece(
  { partial }: PiecedUploads,
  actor: StaffActor,
  tx: Tx,
  uploadId: string,
  offset: number,
  piece: Buffer,
) {
  const row = await lockUpload(tx, actor, uploadId);
  if (!row) return refuse('upload.not_found');
  const received = row.received + piece.length;
  if (offset !== row.received || received > row.size)
    return refuse('upload.offset_wrong', { received: row.received });
  if (piece.length === 0) return row;
  await partial.write(uploadId, offset, piece);
  await moveUpload(tx, uploadId, received);
  return { ...row, received };
}

async function complete(uploads: PiecedUploads, actor: StaffActor, db: Bare['db'], row: UploadRow) {
  const { files, partial, limitBytes } = uploads;
  const taken = await files.take(actor.team, partial.read(row.id), row.name);
  if (typeof taken === 'string') return refuse(`file.${taken}`, { limitMb: megabytes(limitBytes) });
  const place = { conversationId: row.conversationId, channelId: null };
  const kept = await keepUpload(db, actor, place, taken);
  if (isRefusal(kept)) {
    await dropTaken(files, taken);
    return kept;
  }
  await db.write(actor, (tx) => finishUpload(tx, row.id, kept.id));
  await partial.remove(row.id);
  return kept;
}
