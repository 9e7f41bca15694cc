import type { InputOf, teamwork } from '@guitai/contract';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import { attachment } from '../../kernel/files/name.rules.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import type { Tx } from '../../kernel/tx.ts';
import { inSight } from './announcement.ts';
import { insertPicture, isUploader, pictureOfId, usesOf } from './picture.store.ts';

const limitBytes = 10 * 1_048_576;
const refused = () => refuse('announcement.picture_refused', { limitMb: 10 });

/** Takes in a picture, made anew from its pixels, so that nothing hides in it. */
export const uploadPictureWith =
  (files: FileStore) =>
  async (actor: StaffActor, { db, request }: Bare) => {
    if (!request.isMultipart()) return refused();
    const part = await request.file({ limits: { fileSize: limitBytes, files: 1 } });
    if (part?.fieldname !== 'file') {
      part?.file.resume();
      return refused();
    }
    const taken = await files.take(actor.team, part.file, part.filename ?? '');
    if (typeof taken === 'string') return refused();
    const { name, width, height } = taken;
    if (width === null || height === null || actor.kind !== 'member') {
      await files.remove(taken.key);
      return refused();
    }
    const id = newId();
    await db.write(actor, (tx) => insertPicture(tx, id, actor.member, taken));
    return { id, name, width, height };
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
    { db, reply }: Bare,
    { pictureId }: InputOf<typeof teamwork.getAnnouncementPicture>,
  ) => {
    const picture = await db.read(actor, (tx) => seenPicture(actor, tx, pictureId));
    const found = picture && (await files.read(picture.key));
    if (!picture || !found) return refuse('announcement.not_found');
    return reply
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-disposition', attachment(picture.name))
      .type(picture.mime)
      .header('content-length', found.size)
      .send(found.stream);
  };
