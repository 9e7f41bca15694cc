import type { InputOf, teamwork } from '@guitai/contract';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import { keepUpload } from '../../kernel/files/keep.ts';
import { sendBytes } from '../../kernel/files/send.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import { dropTaken, takePicture } from '../../kernel/files/upload.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { inSight } from './announcement.ts';
import { planSweep } from './picture.jobs.ts';
import { countLoose, insertPicture, isUploader, pictureOfId, usesOf } from './picture.store.ts';

const limitBytes = 10 * 1_048_576;
const refused = () => refuse('announcement.picture_refused', { limitMb: 10 });

/** Takes in a picture, made anew from its pixels, so that nothing hides in it. */
export const uploadPictureWith =
  (files: FileStore) =>
  async (actor: StaffActor, { db, request }: Bare) => {
    const taken = await takePicture({ files, limitBytes }, actor.team, request);
    if (typeof taken === 'string') return refused();
    if (actor.kind !== 'member') {
      await dropTaken(files, taken);
      return refused();
    }
    const id = newId();
    const tooMany = await keepUpload({ db, files }, actor, taken, {
      waiting: countLoose,
      keep: async (tx, uploader) => {
        await insertPicture(tx, id, uploader, taken);
        await planSweep(tx);
      },
    });
    if (tooMany) return tooMany;
    return { id, name: taken.name, width: taken.width, height: taken.height };
  };

/** A picture is seen by who sees an announcement it stands in, and by who uploaded it. */
async function seenPicture(actor: MemberActor, tx: Tx, id: string) {
  const picture = await pictureOfId(tx, id);
  if (!picture) return null;
  if (await isUploader(tx, id, actor.member)) return picture;
  for (const use of await usesOf(tx, id)) {
    if (!isRefusal(await inSight(actor, tx, use.id))) return picture;
  }
  return null;
}

export const getPictureWith =
  (files: FileStore) =>
  async (
    actor: MemberActor,
    bare: Bare,
    { pictureId }: InputOf<typeof teamwork.getAnnouncementPicture>,
  ) => {
    const picture = await bare.db.read(actor, (tx) => seenPicture(actor, tx, pictureId));
    const row = picture && { ...picture, thumbnailKey: null };
    const sent = row && (await sendBytes(files, bare, row, { small: false }));
    return sent ?? refuse('announcement.not_found');
  };
