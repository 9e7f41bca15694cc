import type { InputOf, parcels } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { orderFacts } from '../orders/index.ts';
import { carrierNamed } from './carriers.rules.ts';
import { openProblems } from './problem.store.ts';
import { readProvider } from './provider.store.ts';
import { stageOf } from './stage.rules.ts';
import type { ParcelRow, ProblemRow, WatchRow } from './tables.ts';
import { readParcels, readWatch } from './watch.store.ts';

type Route = parcels.ParcelRouteShape;

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

const newest = (...times: readonly (Date | null | undefined)[]): string | null =>
  times
    .map(iso)
    .filter((at) => at !== null)
    .sort()
    .at(-1) ?? null;

const markOf = ({ id, cause, since, taskId }: ProblemRow): Route['marks'][number] => ({
  problemId: id,
  cause,
  since: since.toISOString(),
  taskId,
});

async function routeOf(
  actor: StaffActor,
  tx: Tx,
  row: ParcelRow,
  watch: WatchRow | undefined,
  problems: readonly ProblemRow[],
): Promise<Route> {
  const provider = watch?.providerId ? await readProvider(tx, watch.providerId) : undefined;
  const mayAsk = provider?.enabled && can(actor, 'parcels.refresh', { shop: row.shopId }) === 'yes';
  return {
    parcelId: row.id,
    stage: stageOf(row),
    status: row.status,
    place: row.lastPlace,
    shippedAt: iso(watch?.shippedAt ?? row.firstAt ?? row.createdAt),
    lastAt: iso(row.lastAt),
    readAt: newest(row.readAt, watch?.heardAt, watch?.troubleKind ? null : watch?.askedAt),
    carrier: carrierNamed(watch?.carrierCode ?? ''),
    provider: provider?.kind ?? null,
    trouble: watch?.trouble || (provider?.state === 'ok' ? '' : (provider?.trouble ?? '')),
    marks: problems.filter((one) => one.parcelId === row.id).map(markOf),
    can: mayAsk ? ['refreshParcel'] : [],
  };
}

/** The routes of these parcels as this reader sees them. */
export async function routesOf(
  actor: StaffActor,
  tx: Tx,
  rows: readonly ParcelRow[],
): Promise<Route[]> {
  const problems = await openProblems(
    tx,
    rows.map((row) => row.id),
  );
  const routes: Route[] = [];
  for (const row of rows)
    routes.push(await routeOf(actor, tx, row, await readWatch(tx, row.id), problems));
  return routes;
}

/** How far each parcel of an order is. */
export async function getParcelRoutes(
  actor: StaffActor,
  tx: Tx,
  { orderId }: InputOf<typeof parcels.getParcelRoutes>,
) {
  const order = await orderFacts(tx, orderId);
  if (!order || can(actor, 'orders.read', { shop: order.shopId }) !== 'yes')
    return refuse('order.not_found');
  return { items: await routesOf(actor, tx, await readParcels(tx, [orderId])) };
}
