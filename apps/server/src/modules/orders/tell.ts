import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import type {
  orderAddressChanged,
  orderAddressProposed,
  orderAddressRefused,
  orderRemarked,
  orderReminded,
} from './events.ts';
import { orderChecked, type orderPaid, type orderPlaced } from './events.ts';
import { readSummary, touch } from './order.store.ts';
import type { OrderStatus } from './words.ts';

type Touch =
  | typeof orderRemarked
  | typeof orderReminded
  | typeof orderAddressProposed
  | typeof orderAddressChanged
  | typeof orderAddressRefused;

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
