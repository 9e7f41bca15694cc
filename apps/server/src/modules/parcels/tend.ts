import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import type { Tx } from '../../kernel/tx.ts';
import { orderFacts, recordSteps } from '../orders/index.ts';
import { noteAnswer, noteSubscription, noteTrouble } from './ask.store.ts';
import { followOrders } from './follow.ts';
import { planLook } from './jobs.ts';
import { callbackUrl, type Hands, lineOf, providerOf } from './line.ts';
import { isFollowed, nextLook } from './look.rules.ts';
import { type AskedParcel, isTrouble, type ToldParcel, type Trouble } from './ports.ts';
import { openProblems } from './problem.store.ts';
import { openProblem } from './problem.ts';
import { readProvider, setProviderState } from './provider.store.ts';
import { stepsOf } from './read-steps.rules.ts';
import type { ParcelSettings } from './settings.rules.ts';
import { readSettings } from './settings.store.ts';
import type { ParcelRow, ProviderRow, WatchRow } from './tables.ts';
import { isStale, nextAsk } from './tend.rules.ts';
import { causeToCome } from './trouble.rules.ts';
import { standingOf } from './watch.rules.ts';
import { readParcel, readWatch } from './watch.store.ts';

interface Met {
  readonly row: ParcelRow;
  readonly watch: WatchRow;
  readonly settings: ParcelSettings;
  readonly provider: ProviderRow | undefined;
  readonly phoneTail: string;
}

/** A parcel with all that decides what is done about it; null when it is not watched. */
export async function meet(tx: Tx, parcelId: string): Promise<Met | null> {
  const [row, watch] = [await readParcel(tx, parcelId), await readWatch(tx, parcelId)];
  if (!row || !watch) return null;
  const settings = (await readSettings(tx, [row.shopId])).get(row.shopId);
  if (!settings) return null;
  const provider = watch.providerId ? await readProvider(tx, watch.providerId) : undefined;
  const address = provider && (await orderFacts(tx, row.orderId))?.address;
  const phoneTail = (address?.phone ?? '').replace(/\D/g, '').slice(-4);
  return { row, watch, settings, provider: provider?.enabled ? provider : undefined, phoneTail };
}

export const askedOf = ({ watch, phoneTail }: Met): AskedParcel => ({
  carrier: watch.carrierCode ?? '',
  number: watch.number,
  phoneTail,
  shippedAt: watch.shippedAt.toISOString(),
});

/** Asks the provider where a parcel is. */
export const ask = (hands: Hands, provider: ProviderRow, met: Met): Promise<ToldParcel | Trouble> =>
  providerOf(hands, provider.kind).query(lineOf(hands, provider), askedOf(met));

/** Whether the parcel would be called stuck now. */
const isDue = ({ row, watch, settings }: Met): boolean => {
  const coming = causeToCome(standingOf(row, watch), settings);
  return coming !== null && coming.at <= now();
};

function mustAsk(met: Met): boolean {
  const state = { ...met.watch, followed: isFollowed(met.watch) };
  const at = nextAsk(state);
  if (at === null) return false;
  // Before anybody is called the provider is asked once more: news may have been lost while the product stood still.
  return at <= now() || (met.watch.failures === 0 && isDue(met) && isStale(state, now()));
}

/** A product without a public address can only ask. */
const noAddress: Trouble = { trouble: 'no', detail: 'this installation has no public address' };

/** Hands a parcel to the provider, which tells by itself from then on. Null: nothing was to be done. */
async function subscribe(hands: Hands, provider: ProviderRow, met: Met, team: string) {
  if (met.watch.subscription !== 'wanted') return null;
  const url = callbackUrl(hands, team, provider.id);
  if (url === null) return { trouble: noAddress };
  const { subscribe } = providerOf(hands, provider.kind);
  return { trouble: await subscribe(lineOf(hands, provider), askedOf(met), url) };
}

/** Notes how the provider is by how it answered; `no`, `busy` and `nothing` are answers. */
export const noteProvider = (tx: Tx, provider: ProviderRow, trouble: Trouble | null) =>
  trouble?.trouble === 'down' || trouble?.trouble === 'denied'
    ? setProviderState(tx, provider.id, trouble.trouble, trouble.detail)
    : setProviderState(tx, provider.id, 'ok', '');

/** Brings what was told of a parcel into its order; true where it was news. */
export async function take(
  actor: SystemActor,
  tx: Tx,
  provider: Pick<ProviderRow, 'kind'>,
  watch: Pick<WatchRow, 'parcelId'>,
  told: ToldParcel,
): Promise<boolean> {
  const steps = stepsOf(provider.kind, told);
  return recordSteps(actor, tx, { parcelId: watch.parcelId, steps });
}

/** Notes the answer to a question and takes over what it brought. */
export async function takeAnswer(
  actor: SystemActor,
  tx: Tx,
  provider: ProviderRow,
  watch: WatchRow,
  told: ToldParcel | Trouble,
): Promise<void> {
  const trouble = isTrouble(told) ? told : null;
  await noteProvider(tx, provider, trouble);
  if (isTrouble(told))
    await noteTrouble(tx, watch.parcelId, now(), { kind: told.trouble, detail: told.detail });
  else await noteAnswer(tx, watch.parcelId, now(), await take(actor, tx, provider, watch, told));
}

type Subscribed = Awaited<ReturnType<typeof subscribe>>;

async function noteSubscribed(tx: Tx, provider: ProviderRow, watch: WatchRow, done: Subscribed) {
  if (!done) return;
  const { trouble } = done;
  if (!trouble) await noteSubscription(tx, watch.parcelId, now(), 'sent');
  else if (trouble.trouble === 'no') await noteSubscription(tx, watch.parcelId, now(), 'refused');
  else {
    await noteTrouble(tx, watch.parcelId, now(), { kind: trouble.trouble, detail: trouble.detail });
    await noteProvider(tx, provider, trouble);
  }
}

/**
 * A look at a parcel whose time has come: subscribed if it is not yet, asked for if it is time, and somebody called if it still
 * lies where it lay. What goes to the provider goes outside of any transaction; cut off anywhere, the next look does it again.
 */
export async function tendParcel(
  hands: Hands,
  db: Db,
  actor: SystemActor,
  parcelId: string,
): Promise<void> {
  const met = await db.read(actor, (tx) => meet(tx, parcelId));
  if (!met || met.watch.ended) return;
  const { provider, watch } = met;
  const subscribed = provider ? await subscribe(hands, provider, met, actor.team) : null;
  const failed = subscribed?.trouble != null;
  const told = provider && !failed && mustAsk(met) ? await ask(hands, provider, met) : null;
  await db.write(actor, async (tx) => {
    if (provider) await noteSubscribed(tx, provider, watch, subscribed);
    if (provider && told) await takeAnswer(actor, tx, provider, watch, told);
    await followOrders(actor, tx, [met.row.orderId]);
    await decide(actor, tx, parcelId);
  });
}

/** Calls for a hand where the time is over, and plans the next look. */
export async function decide(actor: SystemActor, tx: Tx, parcelId: string): Promise<void> {
  const met = await meet(tx, parcelId);
  if (!met || met.watch.ended) return;
  const { row, watch, settings } = met;
  const coming = causeToCome(standingOf(row, watch), settings);
  const due = coming !== null && coming.at <= now() ? coming : null;
  if (due) await openProblem(actor, tx, row, due);
  const open = (await openProblems(tx, [parcelId])).map((problem) => problem.cause);
  const settled = due ? [...open, due.cause] : open;
  await planLook(tx, parcelId, nextLook(row, watch, settings, settled));
}
