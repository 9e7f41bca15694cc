import type { InputOf, scripts } from '@guitai/contract';
import { actorRef, type StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { attachment } from '../../kernel/files/name.rules.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { planSweep } from './picture.jobs.ts';
import { homesOf, insertPicture, isUploader, readPicture } from './picture.store.ts';
import { sees } from './reach.ts';

export interface Pictures {
  readonly files: FileStore;
  readonly limitBytes: number;
}

const isShown = async (actor: StaffActor, tx: Tx, id: string): Promise<boolean> =>
  (await isUploader(tx, id, actorRef(actor).id)) ||
  (await homesOf(tx, id)).some((home) => sees(actor, home));

/** A picture is seen by who sees a script that shows it, and by who uploaded it. */
export const seenPicture = async (actor: StaffActor, tx: Tx, id: string) =>
  can(actor, 'scripts.read') === 'yes' && (await isShown(actor, tx, id))
    ? readPicture(tx, id)
    : undefined;

/** Takes one picture to be put into a script. */
export const uploadScriptPictureWith =
  ({ files, limitBytes }: Pictures) =>
  async (actor: StaffActor, { db, request, reply }: Bare) => {
    const limitMb = Math.floor(limitBytes / 1_048_576);
    if (!request.isMultipart()) return refuse('file.missing');
    const part = await request.file({ limits: { fileSize: limitBytes, files: 1 } });
    if (part?.fieldname !== 'file') {
      part?.file.resume();
      return refuse('file.missing');
    }
    const taken = await files.take(actor.team, part.file, part.filename ?? '');
    if (typeof taken === 'string') {
      reply.header('connection', 'close');
      return refuse(`file.${taken}`, { limitMb });
    }
    if (!taken.mime.startsWith('image/')) {
      await files.remove(taken.key);
      return refuse('file.refused_type', { limitMb });
    }
    const id = newId();
    await db.write(actor, async (tx) => {
      await insertPicture(tx, id, taken, actorRef(actor).id);
      await planSweep(tx);
    });
    return { id, name: taken.name, width: taken.width, height: taken.height };
  };

/** The bytes of a script's picture, sandboxed like every file. */
export const getScriptPictureWith =
  ({ files }: Pictures) =>
  async (
    actor: StaffActor,
    { db, reply }: Bare,
    { pictureId, size }: InputOf<typeof scripts.getScriptPicture>,
  ) => {
    const row = await db.read(actor, (tx) => seenPicture(actor, tx, pictureId));
    if (!row) return refuse('file.not_found');
    const small = size === 'thumbnail' && row.thumbnailKey !== null;
    const found = await files.read(small ? (row.thumbnailKey as string) : row.key);
    if (!found) return refuse('file.not_found');
    return reply
      .type(small ? 'image/webp' : row.mime)
      .header('content-length', found.size)
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-disposition', attachment(row.name))
      .send(found.stream);
  };
