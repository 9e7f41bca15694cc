import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { performAct } from './act.frame.ts';
import { movedOf } from './act.money.ts';
import { allowedIn } from './act.rules.ts';
import { moveToMethod } from './money.ts';

/** The whole payment of an order moves to another method of the same buyer. */
export const changeOrderPaymentMethod = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.changeOrderPaymentMethod>,
) =>
  performAct(actor, tx, input, {
    endpoint: 'changeOrderPaymentMethod',
    permission: 'orders.method',
    kind: 'payment_method_changed',
    check: (order, { changePaymentMethod }) =>
      allowedIn(order, 'changePaymentMethod', changePaymentMethod.states) ??
      (order.paidMinor > order.refundedMinor ? true : refuse('order.unpaid')),
    async effect(order, _plan, { id: actId }) {
      const moved = await moveToMethod(actor, tx, order, { methodId: input.methodId, actId });
      if (isRefusal(moved)) return moved;
      const [back, charged] = [movedOf(moved.refunded.parts, 1), movedOf(moved.charged.parts, -1)];
      const waits = back.state === 'pending' || charged.state === 'pending';
      return {
        amountMinor: 0,
        state: waits ? 'pending' : 'done',
        params: { movedMinor: back.amountMinor, from: back.parts, to: charged.parts },
      };
    },
  });
