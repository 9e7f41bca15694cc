import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderRules } from '../shops/index.ts';
import { performAct } from './act.frame.ts';
import { keptOf, movedOf } from './act.money.ts';
import { allowedIn } from './act.rules.ts';
import type { OrderFacts } from './facts.store.ts';
import { readMethod } from './money.store.ts';
import { moveToMethod } from './money.ts';

type Input = InputOf<typeof orders.changeOrderPaymentMethod>;

async function planOf(
  tx: Tx,
  order: OrderFacts,
  { methodId }: Input,
  { changePaymentMethod }: OrderRules,
) {
  const barred = allowedIn(order, 'changePaymentMethod', changePaymentMethod.states);
  if (barred) return barred;
  if (keptOf(order) <= 0) return refuse('order.unpaid');
  const method = await readMethod(tx, order, methodId);
  return method ? { paysNow: method.balanceMinor !== null } : refuse('order.method_foreign');
}

/**
 * The whole payment of an order moves to another method of the same buyer. A balance pays now; with any other method the
 * money goes back before the buyer has paid again, which takes the authority of a refund.
 */
export const changeOrderPaymentMethod = (actor: TeamActor, tx: Tx, input: Input) =>
  performAct(actor, tx, input, {
    endpoint: 'changeOrderPaymentMethod',
    permission: 'orders.method',
    kind: 'payment_method_changed',
    check: (order, rules) => planOf(tx, order, input, rules),
    limit: (order, { paysNow }) =>
      paysNow
        ? null
        : {
            action: 'refund',
            amountMinor: keptOf(order),
            facts: { to: 'original', methodId: input.methodId },
          },
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
