import type { AddressShape, InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type ActSpec, performAct } from './act.frame.ts';
import { allowedIn } from './act.rules.ts';
import { missingIn, regionOf, sameAddress, trimmed } from './address.rules.ts';
import { readOpenProposal, settleProposal, writeAddress } from './address.store.ts';
import type { OrderFacts } from './facts.store.ts';

type Code = 'order.act_not_allowed' | 'order.address_same' | 'order.address_incomplete';

/** Another address for an order; the buyer's own addresses are none of its business. */
export function addressAct(
  actor: TeamActor,
  tx: Tx,
  given: AddressShape,
): ActSpec<AddressShape, Code, never> {
  return {
    endpoint: 'changeOrderAddress',
    permission: 'orders.address',
    kind: 'address_changed',
    check(order, rules) {
      const barred = allowedIn(order, 'changeAddress', rules.changeAddress.states);
      if (barred) return barred;
      const address = trimmed(given);
      const missing = missingIn(address, order.address);
      if (missing.length > 0) return refuse('order.address_incomplete', { missing });
      return order.address && sameAddress(order.address, address)
        ? refuse('order.address_same')
        : address;
    },
    writes: (_order, address) => [{ kind: 'address', address }],
    async effect(order, address, { there }) {
      if (!there) await put(actor, tx, order, address);
      return {
        params: { from: order.address && regionOf(order.address), to: regionOf(address) },
        before: { address: order.address },
        after: { address },
      };
    },
  };
}

/** A proposal of the buyer that wanted just this is thereby accepted. */
async function put(actor: TeamActor, tx: Tx, order: OrderFacts, address: AddressShape) {
  await writeAddress(tx, order.id, address);
  const proposal = await readOpenProposal(tx, order.id, null);
  if (!proposal || !sameAddress(proposal.address, address)) return;
  const by = actor.kind === 'member' ? actor.member : null;
  await settleProposal(tx, proposal.id, 'accepted', by, '');
}

/** SHOP-06: changes where an order goes, until it is handed over. */
export const changeOrderAddress = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.changeOrderAddress>,
) => performAct(actor, tx, input, addressAct(actor, tx, input.address));
