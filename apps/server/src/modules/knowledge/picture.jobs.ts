import { looseFiles } from '../../kernel/files/loose.ts';
import type { Tx } from '../../kernel/tx.ts';
import { dropLoose, keysOfShop, letGo } from './picture.store.ts';

const names = { sweep: 'knowledge.sweepPictures', remove: 'knowledge.removeBytes' };

/** Pictures that no version holds after a day, and those of a shop that goes. */
export const { planSweep, removeLater, jobsWith } = looseFiles(names, dropLoose);

/** A draft no longer shows this picture: it goes in a day, unless something else shows it. */
export async function leavePicture(tx: Tx, id: string): Promise<void> {
  await letGo(tx, id);
  await planSweep(tx);
}

/** Has the bytes of a shop's pictures taken away, before the shop goes and its knowledge with it. */
export const forgetKnowledgeOf = async (tx: Tx, shopId: string): Promise<void> =>
  removeLater(tx, await keysOfShop(tx, shopId));
