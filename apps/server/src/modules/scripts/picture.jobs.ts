import { looseFiles } from '../../kernel/files/loose.ts';
import { dropLoose } from './picture.store.ts';

const names = { sweep: 'scripts.sweepPictures', remove: 'scripts.removeBytes' };

/** Pictures that no script shows after a day. */
export const { planSweep, jobsWith } = looseFiles(names, dropLoose);
