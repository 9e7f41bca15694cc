import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import type {
  orderAddressChanged,
  orderAddressProposed,
  orderAddressRefused,
  orderRemarked,
  orderReminded,
} from './events.ts';
import { orderChecked, type orderPaid, type orderPlaced } from './events.ts';
import { readSummary } from './order.store.ts';
import type { OrderStatus } from './words.ts';

type Touch =
  | typeof orderRemarked
  | typeof orderReminded
  | typeof orderAddressProposed
  | typeof orderAddressChanged
  | typeof orderAddressRefused;

interface Touched {
  readonly orderId: string;
  readonly shopId: string;
  readonly buyerId: string | null;
  readonly version: number;
}

/** Counts the order's version up; every change of an order passes here. */
async function touch(tx: Tx, orderId: string): Promise<Touched> {
  const row = await first<Touched>(
    tx,
    sql`update orders set version = version + 1, updated_at = now()
        where team_id = ${tx.team} and id = ${orderId}
        returning id as "orderId", shop_id as "shopId", buyer_id as "buyerId", version`,
  );
  if (!row) throw new Error('an order vanished');
  return row;
}

/** Says that something about an order changed that is no status. */
export async function tellTouched(
  actor: Actor,
  tx: Tx,
  event: Touch,
  orderId: string,
): Promise<void> {
  const data = await touch(tx, orderId);
  emit(tx, event, { subject: orderId, reach: { shop: data.shopId }, actor, data });
}

type Check = 'asked' | 'confirmed' | 'change_wanted' | 'withdrawn' | 'outdated';

/** Says what became of a question to the buyer. */
export async function tellChecked(
  actor: Actor,
  tx: Tx,
  orderId: string,
  kind: 'order' | 'address',
  state: Check,
): Promise<void> {
  const data = { ...(await touch(tx, orderId)), kind, state };
  emit(tx, orderChecked, { subject: orderId, reach: { shop: data.shopId }, actor, data });
}

/** Says that an order has a new status. */
export async function tellStatus(
  actor: Actor,
  tx: Tx,
  event: typeof orderPlaced | typeof orderPaid,
  orderId: string,
  was: OrderStatus | null,
): Promise<void> {
  const order = await readSummary(tx, orderId);
  emit(tx, event, { subject: orderId, reach: { shop: order.shopId }, actor, data: { order, was } });
}
