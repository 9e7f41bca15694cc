import type { BuyerActor } from './actor.ts';
import { createLimiter } from './rate.ts';
import type { Refusal } from './refusal.ts';
import type { Bare } from './route.ts';
import type { Tx } from './tx.ts';

/** What one buyer may change from a chat: thirty things at once, then one in five seconds. */
const pace = createLimiter({ burst: 30, perSecond: 0.2 });

const tooFast = (actor: BuyerActor): Refusal<'rate.limited'> | null =>
  actor.verified && actor.buyer ? pace(`${actor.team} ${actor.buyer}`) : null;

/** A behaviour of buyers the shop vouches for that writes, at a buyer's pace; others are refused by it anyway. */
export const paced =
  <I, R>(behaviour: (actor: BuyerActor, tx: Tx, input: I) => Promise<R>) =>
  async (actor: BuyerActor, tx: Tx, input: I): Promise<R | Refusal<'rate.limited'>> =>
    tooFast(actor) ?? behaviour(actor, tx, input);

/** The same for one that opens its own transactions. */
export const pacedBare =
  <I, R>(behaviour: (actor: BuyerActor, bare: Bare, input: I) => Promise<R>) =>
  async (actor: BuyerActor, bare: Bare, input: I): Promise<R | Refusal<'rate.limited'>> =>
    tooFast(actor) ?? behaviour(actor, bare, input);
