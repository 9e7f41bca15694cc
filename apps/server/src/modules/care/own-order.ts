import type { care, InputOf } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import {
  type Acted,
  type ActSpec,
  addressAct,
  allowedIn,
  cancelAct,
  carryOutAct,
  orderFacts,
  reasonText,
} from '../orders/index.ts';
import { type OrderRules, orderRulesOf } from '../shops/index.ts';

/** The statuses in which the shop leaves an act to its buyers. */
const leftToBuyers = {
  cancelOwnOrder: (rules: OrderRules) => rules.cancel.buyerStates ?? [],
  changeOwnAddress: (rules: OrderRules) => rules.changeAddress.buyerStates ?? [],
} as const;

/** Only who the shop vouches for; a match stated by a colleague proves nothing. */
const proven = (actor: BuyerActor) =>
  actor.verified && actor.buyer !== null ? null : refuse('visitor.identity_needed');

/** The act as a buyer may do it: the shop's rule for buyers stands before the rule for everybody. */
const asBuyer = <P, C extends string, E extends string>(
  name: keyof typeof leftToBuyers,
  spec: ActSpec<P, C, E>,
): ActSpec<P, C | 'order.act_not_allowed', E> => ({
  ...spec,
  endpoint: name,
  check: (order, rules) =>
    allowedIn(order, name, leftToBuyers[name](rules)) ?? spec.check(order, rules),
});

/** What the buyer reads of it: the order as it is now. */
async function shown<C extends string>(tx: Tx, acted: Acted | Refusal<C>) {
  if (isRefusal(acted)) return acted;
  const order = await orderFacts(tx, acted.orderId);
  if (!order) throw new Error('the order of an act is gone');
  const { act } = acted;
  return { act: act && { id: act.id, kind: act.kind, state: act.state }, order: order.card };
}

/** An own order with what the buyer may do to it now. */
export async function getOwnOrder(
  actor: BuyerActor,
  tx: Tx,
  { orderId }: InputOf<typeof care.getOwnOrder>,
) {
  const unproven = proven(actor);
  if (unproven) return unproven;
  const order = await orderFacts(tx, orderId);
  if (!order || order.buyerId !== actor.buyer || order.shopId !== actor.shop) {
    return refuse('order.not_found');
  }
  const rules = await orderRulesOf(tx, order.shopId);
  const can = Object.entries(leftToBuyers)
    .filter(([, states]) => states(rules).includes(order.status))
    .map(([name]) => name);
  const cancelReasons = rules.cancel.reasons.map((reason) => ({
    code: reason.code,
    text: reasonText(reason, actor.locale),
  }));
  return { order: order.card, address: order.address, cancelReasons, can };
}

/** BOT-03: the buyer cancels an own order; money goes back as when a colleague does it. */
export async function cancelOwnOrder(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof care.cancelOwnOrder>,
) {
  const unproven = proven(actor);
  if (unproven) return unproven;
  const spec = asBuyer('cancelOwnOrder', cancelAct(actor, tx, input));
  return shown(tx, await carryOutAct(actor, tx, input, spec));
}

/** BOT-03: the buyer changes where an own order goes. */
export async function changeOwnAddress(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof care.changeOwnAddress>,
) {
  const unproven = proven(actor);
  if (unproven) return unproven;
  const spec = asBuyer('changeOwnAddress', addressAct(actor, tx, input.address));
  return shown(tx, await carryOutAct(actor, tx, { orderId: input.orderId }, spec));
}
