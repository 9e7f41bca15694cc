import type { connectors, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import {
  giveUpWrites,
  lockUnsureWrites,
  openWrites,
  settleAct,
  troubledWrites,
} from '../orders/index.ts';
import {
  type Connection,
  connectionOfId,
  deleteConnection,
  listConnectionRows,
  lockConnection,
} from '../shops/index.ts';
import { readDifferences } from './compare.store.ts';
import { tellConnection } from './health.ts';
import { shownConnection } from './shown.ts';

/** Connections of the shops this reader works in, oldest first. */
export async function listConnections(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof connectors.listConnections>,
) {
  const place = readCursor<[string]>('connections', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const sight = sightOf(actor, 'shops.read');
  if (!sight) return { items: [], next: null };
  const limit = input.limit ?? 50;
  const after = place?.[0] ?? null;
  const rows = await listConnectionRows(tx, { shops: sight.shops, after, limit: limit + 1 });
  const page = pageOf('connections', rows, limit, (row) => [row.id]);
  const waiting = await openWrites(tx);
  const items = page.items.map((row) => shownConnection(actor, row, waiting.get(row.shopId) ?? 0));
  return { items, next: page.next };
}

/** A connection this actor manages; otherwise the same refusal as for none. */
export async function reachConnection(
  actor: StaffActor,
  tx: Tx,
  id: string,
): Promise<Connection | Refusal<'connection.not_found'>> {
  const found = await connectionOfId(tx, id);
  const may = found && can(actor, 'connections.manage', { shop: found.shopId }) === 'yes';
  return may ? found : refuse('connection.not_found');
}

/** The connection as it is now; the reply of every change. */
export async function showConnection(actor: StaffActor, tx: Tx, id: string) {
  const found = await reachConnection(actor, tx, id);
  if (isRefusal(found)) return found;
  const waiting = await openWrites(tx);
  return shownConnection(actor, found, waiting.get(found.shopId) ?? 0);
}

/** A connection with what waits, what went wrong and what differed. */
export async function getConnection(
  actor: StaffActor,
  tx: Tx,
  { connectionId }: InputOf<typeof connectors.getConnection>,
) {
  const found = await reachConnection(actor, tx, connectionId);
  if (isRefusal(found)) return found;
  const connection = await showConnection(actor, tx, connectionId);
  if (isRefusal(connection)) return connection;
  const waiting = await troubledWrites(tx, found.shopId, 50);
  const differences = await readDifferences(tx, connectionId, 100);
  return { connection, waiting, differences } as never;
}

/**
 * Ends a connection; the mirror stays as it was read last. Not while an act may have been carried out there: only the platform
 * can say whether its money has gone.
 */
export async function removeConnection(
  actor: StaffActor,
  tx: Tx,
  { connectionId }: InputOf<typeof connectors.removeConnection>,
) {
  const found = await reachConnection(actor, tx, connectionId);
  if (isRefusal(found)) return found;
  await lockConnection(tx, connectionId);
  const { shopId } = found;
  const unsure = await lockUnsureWrites(tx, shopId);
  if (unsure > 0) return refuse('connection.unsure', { count: unsure });
  const given = await giveUpWrites(tx, { shopId, actId: null }, 'the connection was removed');
  for (const actId of given)
    await settleAct(actor, tx, actId, 'failed', 'the connection was removed');
  await tellConnection(actor, tx, connectionId);
  await deleteConnection(tx, connectionId);
  record(tx, actor, {
    action: 'connection.removed',
    subject: { kind: 'connection', id: connectionId },
    before: { kind: found.kind, url: found.url },
    shop: found.shopId,
  });
  return undefined;
}
