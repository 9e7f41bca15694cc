import type { StaffActor } from '../../kernel/actor.ts';
import { createLimiter } from '../../kernel/rate.ts';
import type { Find } from './buyer.store.ts';

const anHour = 3_600;
const person = createLimiter({ burst: 120, perSecond: 120 / anHour });
const program = createLimiter({ burst: 1_200, perSecond: 1_200 / anHour });

/**
 * Searching by a whole phone number or e-mail address tells whose it is, so by trying one could uncover what is masked:
 * 120 such searches an hour for a person, 1,200 for an API key (a phone system asks for every call).
 */
export function mayFind(actor: StaffActor, find: Find | null) {
  if (find?.by !== 'phone' && find?.by !== 'email') return null;
  return actor.kind === 'member'
    ? person(`${actor.team} ${actor.member}`)
    : program(`${actor.team} ${actor.key}`);
}
