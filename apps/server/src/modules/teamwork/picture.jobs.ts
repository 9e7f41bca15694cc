import { looseFiles } from '../../kernel/files/loose.ts';
import { dropLoose } from './picture.store.ts';

const names = { sweep: 'teamwork.sweepPictures', remove: 'teamwork.removeBytes' };

/** Pictures that no announcement shows after a day. */
export const { planSweep, jobsWith } = looseFiles(names, dropLoose);
