import type { InputOf, reviews } from '@guitai/contract';
import type { Actor, BuyerActor } from '../../kernel/actor.ts';
import { system } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { Db } from '../../kernel/db.ts';
import { keepUpload } from '../../kernel/files/keep.ts';
import { sendBytes } from '../../kernel/files/send.ts';
import type { FileStore } from '../../kernel/files/store.ts';
import { takePicture } from '../../kernel/files/upload.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { planSweep } from './jobs.ts';
import { reviewerOf } from './own.ts';
import {
  countLoose,
  insertPicture,
  type PictureRow,
  readPicture,
  teamOfPicture,
} from './picture.store.ts';

const limitMb = 10;
export const pictureLimitBytes = limitMb * 1_048_576;
/** Pictures one buyer may have waiting. */
const mostLoose = 20;

const refused = () => refuse('review.picture_refused', { limitMb });

/** Takes in a picture, made anew from its pixels, so that nothing hides in it. */
export const uploadReviewPictureWith =
  (files: FileStore) =>
  async (actor: BuyerActor, { db, request }: Bare) => {
    const buyer = reviewerOf(actor);
    if (isRefusal(buyer)) return buyer;
    const uploads = { files, limitBytes: pictureLimitBytes };
    const taken = await takePicture(uploads, actor.team, request);
    if (typeof taken === 'string') return refused();
    const id = newId();
    const tooMany = await keepUpload({ db, files }, actor, taken, {
      most: mostLoose,
      waiting: (tx) => countLoose(tx, buyer),
      keep: async (tx) => {
        await insertPicture(tx, id, { shopId: actor.shop, buyerId: buyer }, taken);
        await planSweep(tx);
      },
    });
    return tooMany ? refused() : { id, url: `/api/storefront/review-pictures/${id}` };
  };

/** Who may see a picture: everybody while its review is shown, its buyer, and the team that reads reviews. */
function sees(actor: Actor, team: string, row: PictureRow): boolean {
  if (row.reviewId !== null && !row.hidden) return true;
  if (actor.team !== team) return false;
  if (actor.kind === 'buyer')
    return actor.verified && row.buyerId !== null && row.buyerId === actor.buyer;
  return row.reviewId !== null && can(actor, 'reviews.read', { shop: row.shopId }) === 'yes';
}

/** A picture's id is known to none but who was given it; it leads to the one team whose picture it is. */
async function find(db: Db, actor: Actor, id: string): Promise<PictureRow | null> {
  const nobody = { kind: 'nobody', team: null, locale: 'en' } as const;
  const team = await db.outside(nobody, (tx) => teamOfPicture(tx, id));
  if (team === null) return null;
  const row = await db.read(system(team, 'reviews.picture'), (tx) => readPicture(tx, id));
  return row && sees(actor, team, row) ? row : null;
}

/** The bytes of a review's picture, unable to be anything but an image; a shop's pages elsewhere may show it. */
export const getReviewPictureWith =
  (files: FileStore) =>
  async (
    actor: Actor,
    bare: Bare,
    { pictureId, size }: InputOf<typeof reviews.getReviewPicture>,
  ) => {
    const row = await find(bare.db, actor, pictureId);
    const how = { small: size === 'thumbnail', anywhere: true };
    const sent = row && (await sendBytes(files, bare, row, how));
    return sent ?? refuse('review.picture_not_found');
  };
