import type { InputOf, knowledge } from '@guitai/contract';
import { type Actor, type StaffActor, system } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Db } from '../../kernel/db.ts';
import { keepUpload } from '../../kernel/files/keep.ts';
import { sendBytes } from '../../kernel/files/send.ts';
import { megabytes, takePicture, type Uploads } from '../../kernel/files/upload.ts';
import { newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { findShop } from '../shops/index.ts';
import { planSweep } from './picture.jobs.ts';
import { picturePath } from './picture.rules.ts';
import {
  countLoose,
  insertPicture,
  type PictureRow,
  readPicture,
  teamOfPicture,
} from './picture.store.ts';
import type { SentCards } from './ports.ts';

/** KB-01: takes a picture for an entry of the shop, made anew from its pixels; one that no entry takes goes in a day. */
export const uploadKnowledgePictureWith =
  (uploads: Uploads) =>
  async (
    actor: StaffActor,
    bare: Bare,
    { shopId }: InputOf<typeof knowledge.uploadKnowledgePicture>,
  ) => {
    const { db, request, reply } = bare;
    const reached = can(actor, 'knowledge.write', { shop: shopId }) === 'yes';
    if (!reached || !(await db.read(actor, (tx) => findShop(tx, shopId))))
      return refuse('shop.not_found');
    const taken = await takePicture(uploads, actor.team, request);
    if (typeof taken === 'string') {
      reply.header('connection', 'close');
      return refuse(`file.${taken}`, { limitMb: megabytes(uploads.limitBytes) });
    }
    const id = newId();
    const tooMany = await keepUpload({ db, files: uploads.files }, actor, taken, {
      waiting: countLoose,
      keep: async (tx, uploaderId) => {
        await insertPicture(tx, { id, shopId, uploaderId }, taken);
        await planSweep(tx);
      },
    });
    if (tooMany) return tooMany;
    return { id, url: `${picturePath}${id}`, width: taken.width, height: taken.height };
  };

/** Everybody sees what is published now; what was so once, or never, who reads the shop's knowledge with its history. */
const sees = (actor: Actor, team: string, row: PictureRow): boolean =>
  row.told ||
  ((actor.kind === 'member' || actor.kind === 'key') &&
    actor.team === team &&
    can(actor, 'knowledge.read', { shop: row.shopId }) === 'yes');

interface Asked {
  readonly pictureId: string;
  /** What stands in the address of a card that was sent. */
  readonly card?: string | undefined;
}

/** An id is known to none but who was given it; it leads to the one team whose picture it is. */
async function find(
  db: Db,
  actor: Actor,
  { pictureId: id, card }: Asked,
  sent: SentCards,
): Promise<PictureRow | null> {
  const nobody = { kind: 'nobody', team: null, locale: actor.locale } as const;
  const team = await db.outside(nobody, (tx) => teamOfPicture(tx, id));
  if (team === null) return null;
  return db.read(system(team, 'knowledge.picture'), async (tx) => {
    const row = await readPicture(tx, id);
    if (!row) return null;
    return sees(actor, team, row) || (card && (await sent(tx, card, id))) ? row : null;
  });
}

/** The bytes of a picture, unable to be anything but an image; who may see it is asked each time. */
export const getKnowledgePictureWith =
  ({ files }: Uploads, sent: SentCards) =>
  async (
    actor: Actor,
    bare: Bare,
    { size, ...asked }: InputOf<typeof knowledge.getKnowledgePicture>,
  ) => {
    const row = await find(bare.db, actor, asked, sent);
    const reply = row && (await sendBytes(files, bare, row, { small: size === 'thumbnail' }));
    return reply ?? refuse('knowledge.picture_not_found');
  };
