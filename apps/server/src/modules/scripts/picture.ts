import type { InputOf, scripts } from '@guitai/contract';
import { actorRef, type StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { keepUpload } from '../../kernel/files/keep.ts';
import { sendBytes } from '../../kernel/files/send.ts';
import { megabytes, takePicture, type Uploads } from '../../kernel/files/upload.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { planSweep } from './picture.jobs.ts';
import { countLoose, homesOf, insertPicture, isUploader, readPicture } from './picture.store.ts';
import { sees } from './reach.ts';

const isShown = async (actor: StaffActor, tx: Tx, id: string): Promise<boolean> =>
  (await isUploader(tx, id, actorRef(actor).id)) ||
  (await homesOf(tx, id)).some((home) => sees(actor, home));

/** A picture is seen by who sees a script that shows it, and by who uploaded it. */
export const seenPicture = async (actor: StaffActor, tx: Tx, id: string) =>
  can(actor, 'scripts.read') === 'yes' && (await isShown(actor, tx, id))
    ? readPicture(tx, id)
    : undefined;

/** Takes one picture to be put into a script; one that no script takes goes in a day. */
export const uploadScriptPictureWith =
  (uploads: Uploads) =>
  async (actor: StaffActor, { db, request, reply }: Bare) => {
    const taken = await takePicture(uploads, actor.team, request);
    if (typeof taken === 'string') {
      reply.header('connection', 'close');
      return refuse(`file.${taken}`, { limitMb: megabytes(uploads.limitBytes) });
    }
    const id = newId();
    const tooMany = await keepUpload({ db, files: uploads.files }, actor, taken, {
      waiting: countLoose,
      keep: async (tx, uploaderId) => {
        await insertPicture(tx, id, taken, uploaderId);
        await planSweep(tx);
      },
    });
    if (tooMany) return tooMany;
    return { id, name: taken.name, width: taken.width, height: taken.height };
  };

/** The bytes of a script's picture, sandboxed like every file. */
export const getScriptPictureWith =
  ({ files }: Uploads) =>
  async (
    actor: StaffActor,
    bare: Bare,
    { pictureId, size }: InputOf<typeof scripts.getScriptPicture>,
  ) => {
    const row = await bare.db.read(actor, (tx) => seenPicture(actor, tx, pictureId));
    const sent = row && (await sendBytes(files, bare, row, { small: size === 'thumbnail' }));
    return sent ?? refuse('file.not_found');
  };
