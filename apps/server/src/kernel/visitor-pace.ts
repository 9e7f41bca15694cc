import type { BuyerActor } from './actor.ts';
import { createLimiter } from './rate.ts';
import type { Refusal } from './refusal.ts';
import type { Tx } from './tx.ts';

/** What one buyer may change from a chat: thirty things at once, then one in five seconds. */
const pace = createLimiter({ burst: 30, perSecond: 0.2 });

/** The buyer whoever vouches for one, however many chats are open; else the visitor; else the address. */
function paceKey({ team, verified, buyer, visitor, from }: BuyerActor): string {
  const who = (verified ? buyer : null) ?? visitor ?? from?.address ?? '';
  return `${team} ${who}`;
}

/** A behaviour of visitors that writes, at a buyer's pace; beyond it nothing is even read. */
export const paced =
  <I, R>(behaviour: (actor: BuyerActor, tx: Tx, input: I) => Promise<R>) =>
  async (actor: BuyerActor, tx: Tx, input: I): Promise<R | Refusal<'rate.limited'>> =>
    pace(paceKey(actor)) ?? behaviour(actor, tx, input);
