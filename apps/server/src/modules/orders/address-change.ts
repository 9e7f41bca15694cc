import type { AddressShape, InputOf, orders } from '@guitai/contract';
import { type Actor, actorRef, type StaffActor } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { carryOutAct } from './act.frame.ts';
import { regionOf } from './address.rules.ts';
import {
  insertProposal,
  type Proposal,
  readOpenProposal,
  settleProposal,
  writeAddress,
} from './address.store.ts';
import { orderAddressChanged, orderAddressProposed, orderAddressRefused } from './events.ts';
import { getOrder, reachOrder } from './order.ts';
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

/** Makes the proposed address the delivery address, while the shop's rule allows it: an act like every change of address. */
export async function acceptAddressChange(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof orders.acceptAddressChange>,
) {
  const acted = await carryOutAct(
    actor,
    tx,
    { orderId: input.orderId },
    {
      endpoint: 'acceptAddressChange',
      permission: 'orders.verify',
      kind: 'address_changed',
      async check(order, { changeAddress }) {
        const change = await readOpenProposal(tx, order.id, input.addressChangeId);
        if (!change) return refuse('order.address_change_not_found');
        return changeAddress.states.includes(order.status)
          ? change
          : refuse('order.address_fixed', { status: order.status });
      },
      writes: (_order, change) => [{ kind: 'address', address: change.address }],
      async effect(order, change, { there }) {
        if (!there) await writeAddress(tx, order.id, change.address);
        await settleProposal(tx, change.id, 'accepted', memberOf(actor), '');
        await tellTouched(actor, tx, orderAddressChanged, order.id);
        return {
          params: { from: order.address && regionOf(order.address), to: regionOf(change.address) },
          before: { address: order.address },
          after: { address: change.address },
        };
      },
    },
  );
  return isRefusal(acted) ? acted : getOrder(actor, tx, input);
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
