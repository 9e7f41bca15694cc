import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { carryOutAct, deliverAct } from '../orders/index.ts';
import { parcelMoved } from './events.ts';
import { planLook } from './jobs.ts';
import { nextLook } from './look.rules.ts';
import { openProblems } from './problem.store.ts';
import { endProblems, openProblem } from './problem.ts';
import { readProviders } from './provider.store.ts';
import type { ParcelSettings } from './settings.rules.ts';
import { readSettings } from './settings.store.ts';
import { delivers } from './stage.rules.ts';
import type { ParcelRow, ProblemRow, ProviderRow, WatchRow } from './tables.ts';
import { draftOf, hasMoved, isChanged, isNews, providerFor, wrongNow } from './watch.rules.ts';
import {
  insertWatches,
  lockWatches,
  readParcels,
  updateWatch,
  type WatchDraft,
} from './watch.store.ts';

type ParcelsOf = readonly ParcelRow[];

/** Own orders become delivered when the carrier says so, as far as the shop believes the signature. */
async function deliverOwn(actor: SystemActor, tx: Tx, rows: ParcelsOf, settings: SettingsOf) {
  const arrived = rows.filter(
    (row) =>
      row.orderSource === 'own' &&
      row.deliveredAt === null &&
      ['shipped', 'partly_shipped'].includes(row.orderStatus) &&
      delivers(row.status, settings.get(row.shopId)?.deliver ?? 'by_hand'),
  );
  for (const { id, orderId } of arrived.toSorted((a, b) => (a.orderId < b.orderId ? -1 : 1))) {
    const acted = await carryOutAct(actor, tx, { orderId }, deliverAct(actor, tx, id));
    if (
      isRefusal(acted) &&
      !['order.act_not_allowed', 'order.parcel_not_found'].includes(acted.code)
    )
      throw new Error(`a delivery was not booked: ${acted.code}`);
  }
  return arrived.length > 0;
}

type SettingsOf = ReadonlyMap<string, ParcelSettings>;

interface Seen {
  readonly row: ParcelRow;
  readonly before: WatchRow | undefined;
  readonly draft: WatchDraft;
  readonly settings: ParcelSettings;
}

/**
 * Looks at every parcel of these orders, whoever told of them: says what moved, closes what is no longer wrong, calls for a hand
 * where the carrier says so, and plans when to look again. Looked at twice it does nothing more.
 */
export async function followOrders(
  actor: SystemActor,
  tx: Tx,
  orderIds: readonly string[],
): Promise<void> {
  let rows = await readParcels(tx, orderIds);
  if (rows.length === 0) return;
  const settings = await readSettings(tx, [...new Set(rows.map((row) => row.shopId))]);
  if (await deliverOwn(actor, tx, rows, settings)) rows = await readParcels(tx, orderIds);
  const providers = await readProviders(tx);
  const seen = await seenOf(tx, rows, settings, providers);
  const fresh = await insertWatches(
    tx,
    seen.flatMap(({ before, draft }) => (before ? [] : [draft])),
  );
  const touched = seen.filter(({ before, draft }) =>
    before ? isChanged(before, draft) : fresh.has(draft.parcelId),
  );
  const problems = await openProblems(
    tx,
    touched.map(({ row }) => row.id),
  );
  for (const one of touched)
    await followOne(
      actor,
      tx,
      one,
      problems.filter((problem) => problem.parcelId === one.row.id),
    );
}

async function seenOf(
  tx: Tx,
  rows: ParcelsOf,
  settings: SettingsOf,
  providers: readonly ProviderRow[],
): Promise<Seen[]> {
  const watches = await lockWatches(
    tx,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => {
    const own = settings.get(row.shopId);
    const before = watches.get(row.id);
    if (!own) return [];
    const provider = providerFor(providers, row.shopId);
    const draft = draftOf(row, before, { settings: own, provider, now: now() });
    return [{ row, before, draft, settings: own }];
  });
}

async function followOne(
  actor: SystemActor,
  tx: Tx,
  { row, before, draft, settings }: Seen,
  problems: readonly ProblemRow[],
): Promise<void> {
  const moved = before ? hasMoved(before, draft) : isNews(row, now());
  if (before) await updateWatch(tx, draft, hasMoved(before, draft));
  if (moved && before?.status !== row.status) tellMoved(actor, tx, row, before?.status ?? null);
  const wrong = wrongNow(row, draft, settings);
  const over = problems.filter((one) => (moved || draft.ended) && one.cause !== wrong);
  await endProblems(actor, tx, over);
  if (wrong && (before || isNews(row, now()) || !draft.ended))
    await openProblem(actor, tx, row, { cause: wrong, since: row.lastAt ?? draft.shippedAt });
  const open = problems.filter((one) => !over.includes(one)).map((one) => one.cause);
  await planLook(tx, row.id, nextLook(row, { ...blank, ...before, ...draft }, settings, open));
}

const blank = {
  subscribedAt: null,
  heardAt: null,
  askedAt: null,
  quiet: 0,
  failures: 0,
  troubleKind: '',
  trouble: '',
} as const;

const tellMoved = (actor: SystemActor, tx: Tx, row: ParcelRow, before: WatchRow['status'] | null) =>
  emit(tx, parcelMoved, {
    subject: row.orderId,
    reach: { shop: row.shopId },
    actor,
    data: {
      parcelId: row.id,
      orderId: row.orderId,
      shopId: row.shopId,
      buyerId: row.buyerId,
      state: row.status,
      before,
      at: row.lastAt?.toISOString() ?? null,
    },
  });
