import type { AddressShape, InputOf, orders } from '@guitai/contract';
import { sql } from 'kysely';
import { type Actor, actorRef, type StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { orderAddressChanged, orderAddressProposed, orderAddressRefused } from './events.ts';
import { getOrder, reachOrder } from './order.ts';
import { addressFixed } from './status.rules.ts';
import { tellTouched } from './tell.ts';

interface Proposal {
  readonly orderId: string;
  readonly address: AddressShape;
  readonly note: string;
}

const settle = (
  tx: Tx,
  id: string,
  state: 'accepted' | 'refused',
  by: string | null,
  why: string,
) =>
  run(
    tx,
    sql`update address_changes set state = ${state}, decided_by = ${by}, decided_at = ${now()}, decision = ${why}
        where team_id = ${tx.team} and id = ${id}`,
  );

/** Keeps another address the buyer wants; it replaces an earlier proposal and changes nothing until it is accepted. */
export async function proposeAddressChange(
  actor: Actor,
  tx: Tx,
  { orderId, address, note }: Proposal,
): Promise<string> {
  const by = actorRef(actor);
  const open = await openChange(tx, orderId, null);
  if (open) await settle(tx, open.id, 'refused', null, 'superseded');
  const id = newId();
  await run(
    tx,
    sql`insert into address_changes (team_id, id, order_id, address, note, actor_kind, actor_id, proposed_at)
        values (${tx.team}, ${id}, ${orderId}, ${JSON.stringify(address)}::json, ${note}, ${by.kind}, ${by.id}, ${now()})`,
  );
  await tellTouched(actor, tx, orderAddressProposed, orderId);
  return id;
}

/** The address a buyer wants instead, while nobody has decided; null when none is wanted. */
export async function openProposal(tx: Tx, orderId: string): Promise<AddressShape | null> {
  return (await openChange(tx, orderId, null))?.address ?? null;
}

const openChange = (tx: Tx, orderId: string, id: string | null) =>
  first<{ id: string; address: AddressShape }>(
    tx,
    sql`select id, address from address_changes where team_id = ${tx.team} and order_id = ${orderId} and state = 'proposed'
        and (${id}::uuid is null or id = ${id})`,
  );

const memberOf = (actor: StaffActor) => (actor.kind === 'member' ? actor.member : null);

/** Makes the proposed address the delivery address, while nothing has left the house. */
export async function acceptAddressChange(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.acceptAddressChange>,
) {
  const order = await reachOrder(actor, tx, input.orderId, 'orders.verify');
  if (isRefusal(order)) return order;
  const change = await openChange(tx, order.id, input.addressChangeId);
  if (!change) return refuse('order.address_change_not_found');
  if (addressFixed(order.status)) return refuse('order.address_fixed', { status: order.status });
  const before = await first<{ address: AddressShape | null }>(
    tx,
    sql`select address from orders where team_id = ${tx.team} and id = ${order.id}`,
  );
  await run(
    tx,
    sql`update orders set address = ${JSON.stringify(change.address)}::json, address_raw = null
        where team_id = ${tx.team} and id = ${order.id}`,
  );
  await settle(tx, change.id, 'accepted', memberOf(actor), '');
  record(tx, actor, {
    action: 'order.address_changed',
    subject: { kind: 'order', id: order.id },
    before: { address: before?.address },
    after: { address: change.address },
    shop: order.shopId,
  });
  await tellTouched(actor, tx, orderAddressChanged, order.id);
  return getOrder(actor, tx, input);
}

/** Keeps the address as it is; the proposal and the reason stay in the history. */
export async function refuseAddressChange(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.refuseAddressChange>,
) {
  const order = await reachOrder(actor, tx, input.orderId, 'orders.verify');
  if (isRefusal(order)) return order;
  const change = await openChange(tx, order.id, input.addressChangeId);
  if (!change) return refuse('order.address_change_not_found');
  await settle(tx, change.id, 'refused', memberOf(actor), input.reason);
  record(tx, actor, {
    action: 'order.address_refused',
    subject: { kind: 'order', id: order.id },
    reason: input.reason,
    shop: order.shopId,
  });
  await tellTouched(actor, tx, orderAddressRefused, order.id);
  return getOrder(actor, tx, input);
}
