import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { carryOut, carryOutKey, ordersWithWrites } from '../orders/index.ts';
import {
  type Connection,
  type ConnectionState,
  connectionOfId,
  setHealth,
} from '../shops/index.ts';
import { connectionChanged } from './events.ts';
import { tend, tendKey } from './jobs.ts';
import type { Trouble } from './ports.ts';

/** Tells desks how a connection is now. */
export async function tellConnection(actor: Actor, tx: Tx, connectionId: string): Promise<void> {
  const now = await connectionOfId(tx, connectionId);
  if (!now) return;
  const { id, shopId, state, enabled } = now;
  const data = { connectionId: id, shopId, state, enabled };
  emit(tx, connectionChanged, { subject: id, reach: { shop: shopId }, actor, data });
}

/** Orders with something to be carried out are looked at now instead of when their next attempt is due. */
export async function wakeWrites(tx: Tx, shopId: string): Promise<void> {
  for (const orderId of await ordersWithWrites(tx, shopId))
    await enqueue(tx, carryOut, { orderId }, { key: carryOutKey(orderId) });
}

const soonMs = 5_000;

/** One answer that never came may be an accident: the platform is asked again soon. */
async function lookSoon(tx: Tx, connectionId: string): Promise<void> {
  const when = { key: tendKey(connectionId), runAt: new Date(now().getTime() + soonMs) };
  await enqueue(tx, tend, { connectionId }, when);
}

const stateOf = (trouble: Trouble | null): ConnectionState =>
  trouble?.trouble === 'down' || trouble?.trouble === 'denied' ? trouble.trouble : 'ok';

/** Notes how the platform answered. `no` and `busy` are answers: it is there. A platform that came back gets what waited. */
export async function noteHealth(
  actor: Actor,
  tx: Tx,
  connection: Pick<Connection, 'id' | 'shopId'>,
  trouble: Trouble | null,
): Promise<void> {
  const state = stateOf(trouble);
  const detail = state === 'ok' ? '' : (trouble?.detail ?? '');
  const changed = await setHealth(tx, connection.id, state, detail);
  if (!changed) return;
  if (state === 'ok') await wakeWrites(tx, connection.shopId);
  else await lookSoon(tx, connection.id);
  await tellConnection(actor, tx, connection.id);
}
