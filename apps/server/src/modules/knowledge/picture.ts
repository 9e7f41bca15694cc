import type { InputOf, knowledge } from '@guitai/contract';
import { type Actor, type StaffActor, system } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Db } from '../../kernel/db.ts';
import { attachment } from '../../kernel/files/name.rules.ts';
import type { FileStore, Taken } from '../../kernel/files/store.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { findShop } from '../shops/index.ts';
import { planSweep } from './picture.jobs.ts';
import { picturePath } from './picture.rules.ts';
import { insertPicture, type PictureRow, readPicture, teamOfPicture } from './picture.store.ts';

export interface Pictures {
  readonly files: FileStore;
  readonly limitBytes: number;
}

async function takePicture(
  { files, limitBytes }: Pictures,
  team: string,
  { request, reply }: Bare,
) {
  const limitMb = Math.floor(limitBytes / 1_048_576);
  if (!request.isMultipart()) return refuse('file.missing');
  const part = await request.file({ limits: { fileSize: limitBytes, files: 1 } });
  if (part?.fieldname !== 'file') {
    part?.file.resume();
    return refuse('file.missing');
  }
  const taken = await files.take(team, part.file, part.filename ?? '');
  if (typeof taken === 'string') {
    reply.header('connection', 'close');
    return refuse(`file.${taken}`, { limitMb });
  }
  const { width, height } = taken;
  if (width !== null && height !== null) return { ...taken, width, height };
  await files.remove(taken.key);
  return refuse('file.refused_type', { limitMb });
}

/** KB-01: takes a picture for an entry of the shop, made anew from its pixels; one that no entry takes goes in a day. */
export const uploadKnowledgePictureWith =
  (pictures: Pictures) =>
  async (
    actor: StaffActor,
    bare: Bare,
    { shopId }: InputOf<typeof knowledge.uploadKnowledgePicture>,
  ) => {
    const { db } = bare;
    const reached = can(actor, 'knowledge.write', { shop: shopId }) === 'yes';
    if (!reached || !(await db.read(actor, (tx) => findShop(tx, shopId))))
      return refuse('shop.not_found');
    const taken = await takePicture(pictures, actor.team, bare);
    if (!('key' in taken)) return taken;
    const id = newId();
    const uploaderId = actor.kind === 'member' ? actor.member : null;
    await db.write(actor, async (tx) => {
      await insertPicture(tx, { id, shopId, uploaderId }, taken satisfies Taken);
      await planSweep(tx);
    });
    return { id, url: `${picturePath}${id}`, width: taken.width, height: taken.height };
  };

/** Buyers see what was published to them, also when it was replaced since; drafts are the shop's own. */
const sees = (actor: Actor, team: string, row: PictureRow): boolean =>
  row.told ||
  ((actor.kind === 'member' || actor.kind === 'key') &&
    actor.team === team &&
    can(actor, 'knowledge.read', { shop: row.shopId }) === 'yes');

/** An id is known to none but who was given it; it leads to the one team whose picture it is. */
async function find(db: Db, actor: Actor, id: string): Promise<PictureRow | null> {
  const nobody = { kind: 'nobody', team: null, locale: actor.locale } as const;
  const team = await db.outside(nobody, (tx) => teamOfPicture(tx, id));
  if (team === null) return null;
  const row = await db.read(system(team, 'knowledge.picture'), (tx) => readPicture(tx, id));
  return row && sees(actor, team, row) ? row : null;
}

/** The bytes of a picture, unable to be anything but an image; who may see it is asked each time. */
export const getKnowledgePictureWith =
  ({ files }: Pictures) =>
  async (
    actor: Actor,
    { db, request, reply }: Bare,
    { pictureId, size }: InputOf<typeof knowledge.getKnowledgePicture>,
  ) => {
    const row = await find(db, actor, pictureId);
    if (!row) return refuse('knowledge.picture_not_found');
    const small = size === 'thumbnail' && row.thumbnailKey !== null;
    const etag = `"${pictureId}${small ? '-s' : ''}"`;
    reply
      .header('cache-control', 'private, no-cache')
      .header('etag', etag)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-disposition', attachment(row.name));
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    const found = await files.read(small ? (row.thumbnailKey as string) : row.key);
    if (!found) return refuse('knowledge.picture_not_found');
    const type = small ? 'image/webp' : row.mime;
    return reply.type(type).header('content-length', found.size).send(found.stream);
  };
