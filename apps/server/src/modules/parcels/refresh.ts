import type { InputOf, parcels } from '@guitai/contract';
import { type StaffActor, system } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { now } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { followOrders } from './follow.ts';
import type { Hands } from './line.ts';
import { isTrouble } from './ports.ts';
import { routesOf } from './route-of.ts';
import { ask, decide, meet, takeAnswer } from './tend.ts';
import { readParcel } from './watch.store.ts';

const paceMs = 60_000;

/** Asks the provider now; what it tells is in the reply and, as an event, before everybody else. */
export const refreshParcelWith =
  (hands: Hands) =>
  async (actor: StaffActor, { db }: Bare, { parcelId }: InputOf<typeof parcels.refreshParcel>) => {
    const [row, met] = await db.read(actor, async (tx) => [
      await readParcel(tx, parcelId),
      await meet(tx, parcelId),
    ]);
    if (!row || can(actor, 'parcels.refresh', { shop: row.shopId }) !== 'yes')
      return refuse('parcel.not_found');
    if (met && !met.watch.carrierCode)
      return refuse('parcel.carrier_unknown', { number: row.number });
    if (!met?.provider) return refuse('parcel.no_provider');
    const wait = (met.watch.askedAt?.getTime() ?? 0) + paceMs - now().getTime();
    if (wait > 0) return refuse('parcel.asked_just_now', { seconds: Math.ceil(wait / 1000) });
    const { provider, watch } = met;
    const told = await ask(hands, provider, met);
    const asking = system(actor.team, 'parcels.refresh');
    await db.write(asking, async (tx) => {
      await takeAnswer(asking, tx, provider, watch, told);
      await followOrders(asking, tx, [row.orderId]);
      await decide(asking, tx, parcelId);
    });
    if (isTrouble(told)) return refuse('parcel.not_told', { why: told.detail });
    const [route] = await db.read(actor, async (tx) => {
      const fresh = await readParcel(tx, parcelId);
      return fresh ? routesOf(actor, tx, [fresh]) : [];
    });
    return route ?? refuse('parcel.not_found');
  };
