import type { SystemActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/db.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { mirrorProducts } from '../catalog/index.ts';
import { type Connection, connectionOfId, setCursor } from '../shops/index.ts';
import { noteHealth, tellConnection } from './health.ts';
import { tend, tendKey } from './jobs.ts';
import { type Hands, platformOf } from './open-line.ts';
import { isTrouble, type Platform, type Trouble } from './ports.ts';
import { takeOver } from './take-over.ts';

/** A change may show a little later than it happened: so much is read again each time. */
const overlapMs = 5 * 60_000;
const everyMs = 60_000;

async function readProducts(
  db: Db,
  actor: SystemActor,
  platform: Platform,
  { shopId }: Connection,
): Promise<Trouble | null> {
  for (let page: string | null = null; ; ) {
    const told = await platform.products(page);
    if (isTrouble(told)) return told;
    await db.write(actor, (tx) => mirrorProducts(actor, tx, shopId, told.items));
    page = told.next;
    if (page === null) return null;
  }
}

/** Reads what changed on the platform, page by page, each in its own transaction. */
export async function readChanges(
  db: Db,
  actor: SystemActor,
  platform: Platform,
  connection: Connection,
): Promise<Trouble | null> {
  let newest = connection.cursor === null ? 0 : Date.parse(connection.cursor);
  const since = newest > 0 ? new Date(newest - overlapMs).toISOString() : null;
  if (connection.lastReadAt === null) {
    const trouble = await readProducts(db, actor, platform, connection);
    if (trouble) return trouble;
  }
  for (let page: string | null = null; ; ) {
    const told = await platform.changedOrders(since, page);
    if (isTrouble(told)) return told;
    await db.write(actor, (tx) => takeOver(actor, tx, connection, told.items));
    newest = Math.max(newest, ...told.items.map(({ version }) => version));
    page = told.next;
    if (page !== null) continue;
    // The newest change by the platform's own clock: ours may differ.
    const cursor = newest > 0 ? new Date(newest).toISOString() : null;
    await db.write(actor, async (tx) => {
      await setCursor(tx, connection.id, cursor);
      if (connection.lastReadAt === null) await tellConnection(actor, tx, connection.id);
    });
    return null;
  }
}

/** One round: changes read, health noted. Returns what was the matter. */
export async function tendConnection(
  hands: Hands,
  db: Db,
  actor: SystemActor,
  connectionId: string,
): Promise<Trouble | null> {
  const connection = await db.read(actor, (tx) => connectionOfId(tx, connectionId));
  if (!connection?.enabled) return null;
  const trouble = await readChanges(db, actor, platformOf(hands, connection), connection);
  await db.write(actor, (tx) => noteHealth(actor, tx, connection, trouble));
  return trouble;
}

/** Plans the next round before this one begins, so that no fault ends the rounds. */
export const planTend = (
  db: Db,
  actor: SystemActor,
  connectionId: string,
  afterMs = everyMs,
): Promise<void> =>
  db.write(actor, async (tx) => {
    if (!(await connectionOfId(tx, connectionId))) return;
    const runAt = new Date(now().getTime() + afterMs);
    await enqueue(tx, tend, { connectionId }, { key: tendKey(connectionId), runAt });
  });

/** Where a platform is away, it is looked for sooner at first and less often the longer it stays away. */
const whileIll = (sinceMs: number): number => Math.min(Math.max(sinceMs / 5, 15_000), 120_000);

/** A round, and the next one planned by how it went. */
export async function tendRound(
  hands: Hands,
  db: Db,
  actor: SystemActor,
  connectionId: string,
): Promise<void> {
  const trouble = await tendConnection(hands, db, actor, connectionId);
  if (!trouble) return;
  const connection = await db.read(actor, (tx) => connectionOfId(tx, connectionId));
  const since = connection ? now().getTime() - Date.parse(connection.stateAt) : 0;
  await planTend(db, actor, connectionId, whileIll(since));
}
