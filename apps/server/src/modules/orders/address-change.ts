import type { AddressShape, InputOf, orders } from '@guitai/contract';
import { type Actor, actorRef, type StaffActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import {
  insertProposal,
  type Proposal,
  readAddress,
  readOpenProposal,
  settleProposal,
  writeAddress,
} from './address.store.ts';
import { orderAddressChanged, orderAddressProposed, orderAddressRefused } from './events.ts';
import { getOrder, reachOrder } from './order.ts';
import { addressFixed } from './status.rules.ts';
import { tellTouched } from './tell.ts';

/** Keeps another address the buyer wants; it replaces an earlier proposal and changes nothing until it is accepted. */
export async function proposeAddressChange(
  actor: Actor,
  tx: Tx,
  proposal: Proposal,
): Promise<string> {
  const open = await readOpenProposal(tx, proposal.orderId, null);
  if (open) await settleProposal(tx, open.id, 'refused', null, 'superseded');
  const id = newId();
  await insertProposal(tx, id, proposal, actorRef(actor));
  await tellTouched(actor, tx, orderAddressProposed, proposal.orderId);
  return id;
}

/** The address a buyer wants instead, while nobody has decided; null when none is wanted. */
export const openProposal = async (tx: Tx, orderId: string): Promise<AddressShape | null> =>
  (await readOpenProposal(tx, orderId, null))?.address ?? null;

const memberOf = (actor: StaffActor) => (actor.kind === 'member' ? actor.member : null);

/** Makes the proposed address the delivery address, while nothing has left the house. */
export async function acceptAddressChange(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.acceptAddressChange>,
) {
  const order = await reachOrder(actor, tx, input.orderId, 'orders.verify');
  if (isRefusal(order)) return order;
  const change = await readOpenProposal(tx, order.id, input.addressChangeId);
  if (!change) return refuse('order.address_change_not_found');
  if (addressFixed(order.status)) return refuse('order.address_fixed', { status: order.status });
  const before = await readAddress(tx, order.id);
  await writeAddress(tx, order.id, change.address);
  await settleProposal(tx, change.id, 'accepted', memberOf(actor), '');
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
  const change = await readOpenProposal(tx, order.id, input.addressChangeId);
  if (!change) return refuse('order.address_change_not_found');
  await settleProposal(tx, change.id, 'refused', memberOf(actor), input.reason);
  record(tx, actor, {
    action: 'order.address_refused',
    subject: { kind: 'order', id: order.id },
    reason: input.reason,
    shop: order.shopId,
  });
  await tellTouched(actor, tx, orderAddressRefused, order.id);
  return getOrder(actor, tx, input);
}
