import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { externalIdsOf, factsOfRecord, mirroredOrders } from '../orders/index.ts';
import { type Connection, connectionOfId, setCompared } from '../shops/index.ts';
import { differencesOf } from './compare.rules.ts';
import { type Difference, writeDifferences } from './compare.store.ts';
import { noteHealth, tellConnection } from './health.ts';
import { compare, compareKey } from './jobs.ts';
import { type Hands, platformOf } from './open-line.ts';
import { isTrouble, type Platform, type PlatformOrder, type Trouble } from './ports.ts';
import { takeOver } from './take-over.ts';

const kept = 500;
const pageSize = 200;

/** Compares a page of the platform's orders with the mirror, and puts right what differs. */
async function comparePage(
  db: Db,
  actor: SystemActor,
  connection: Connection,
  told: readonly PlatformOrder[],
): Promise<Difference[]> {
  const ids = told.map(({ externalId }) => externalId);
  const held = await db.read(actor, (tx) => mirroredOrders(tx, connection.shopId, ids));
  const mirror = new Map(held.map((order) => [order.externalId, order]));
  const found = told.map((order) => ({
    order,
    differences: differencesOf(mirror.get(order.externalId), {
      externalId: order.externalId,
      number: order.record.number,
      facts: factsOfRecord(order.record),
    }),
  }));
  const wrong = found.filter(({ differences }) => differences.length > 0);
  if (wrong.length > 0)
    await db.write(actor, (tx) =>
      takeOver(
        actor,
        tx,
        connection,
        wrong.map(({ order }) => order),
        true,
      ),
    );
  return found.flatMap(({ differences }) => differences);
}

/** Orders we hold that the platform no longer tells of. */
async function vanished(
  db: Db,
  actor: SystemActor,
  connection: Connection,
  platform: Platform,
  seen: ReadonlySet<string>,
): Promise<Difference[] | Trouble> {
  const found: Difference[] = [];
  for (let after = ''; ; ) {
    const ids = await db.read(actor, (tx) => externalIdsOf(tx, connection.shopId, after, pageSize));
    for (const id of ids.filter((one) => !seen.has(one))) {
      const order = await platform.order(id);
      if (isTrouble(order)) return order;
      if (order) continue;
      const [mirror] = await db.read(actor, (tx) => mirroredOrders(tx, connection.shopId, [id]));
      found.push(...differencesOf(mirror, null));
    }
    const last = ids.at(-1);
    if (last === undefined) return found;
    after = last;
  }
}

/** Compares every order of the mirror with its platform; what differs is reported and put right. */
export async function compareAll(
  db: Db,
  actor: SystemActor,
  platform: Platform,
  connection: Connection,
): Promise<readonly Difference[] | Trouble> {
  const found: Difference[] = [];
  const seen = new Set<string>();
  for (let page: string | null = null; ; ) {
    const told = await platform.changedOrders(null, page);
    if (isTrouble(told)) return told;
    found.push(...(await comparePage(db, actor, connection, told.items)));
    for (const { externalId } of told.items) seen.add(externalId);
    page = told.next;
    if (page === null) break;
  }
  const gone = await vanished(db, actor, connection, platform, seen);
  return isTrouble(gone) ? gone : [...found, ...gone];
}

/** The comparison with its report; null when the platform could not be read. */
export async function compareMirror(
  hands: Hands,
  db: Db,
  actor: SystemActor,
  connectionId: string,
): Promise<readonly Difference[] | null> {
  const connection = await db.read(actor, (tx) => connectionOfId(tx, connectionId));
  if (!connection?.enabled) return null;
  const found = await compareAll(db, actor, platformOf(hands, connection), connection);
  return db.write(actor, async (tx) => {
    await noteHealth(actor, tx, connection, isTrouble(found) ? found : null);
    if (isTrouble(found)) return null;
    await writeDifferences(tx, connectionId, found.slice(0, kept));
    await setCompared(tx, connectionId, new Set(found.map((one) => one.externalId)).size);
    await tellConnection(actor, tx, connectionId);
    return found;
  });
}

/** 03:00 in China of the next day, each connection at its own minute. */
export function nextNight(connectionId: string): Date {
  const night = new Date(now());
  night.setUTCHours(19, Number.parseInt(connectionId.slice(-4), 16) % 60, 0, 0);
  if (night.getTime() <= now().getTime()) night.setUTCDate(night.getUTCDate() + 1);
  return night;
}

/** Plans the next night, before this one's comparison begins. */
export const planCompare = (db: Db, actor: SystemActor, connectionId: string): Promise<void> =>
  db.write(actor, async (tx) => {
    if (!(await connectionOfId(tx, connectionId))) return;
    const when = { key: compareKey(connectionId), runAt: nextNight(connectionId) };
    await enqueue(tx, compare, { connectionId }, when);
  });
