import { looseFiles } from '../../kernel/files/loose.ts';
import type { Tx } from '../../kernel/tx.ts';
import { dropLoose, dropOfShop } from './picture.store.ts';

const names = { sweep: 'reviews.sweep', remove: 'reviews.removeBytes' };

/** Pictures no review took within a day or has let go, and those of reviewers who were forgotten. */
export const { planSweep, removeLater, jobsWith } = looseFiles(names, dropLoose);

/** Takes the pictures of a shop's reviews away, before the shop goes and its reviews with it. */
export const forgetReviewsOf = async (tx: Tx, shopId: string): Promise<void> =>
  removeLater(tx, await dropOfShop(tx, shopId));
