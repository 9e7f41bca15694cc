import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { returnStock } from '../catalog/index.ts';
import { type ActHand, type ActSpec, performAct } from './act.frame.ts';
import { balanceOut, keptOf } from './act.money.ts';
import { allowedIn, knownReason } from './act.rules.ts';
import { setAmounts } from './amounts.ts';
import { amountsWithout, isWhole, linesPicked, type TakenLine } from './cancel.rules.ts';
import type { OrderFacts } from './facts.store.ts';
import { removeLines } from './items.store.ts';
import { insertStatus, writeStatus } from './place.store.ts';

type Input = Pick<InputOf<typeof orders.cancelOrder>, 'orderId' | 'reasonCode' | 'lines'>;

interface Plan {
  readonly whole: boolean;
  readonly lines: readonly TakenLine[];
  /** What goes back to the buyer. */
  readonly backMinor: number;
}

type Code =
  | 'order.act_not_allowed'
  | 'order.reason_unknown'
  | 'order.lines_whole_only'
  | 'order.line_not_found'
  | 'order.line_twice'
  | 'order.amount_out_of_range';
type MoneyCode = 'order.refund_above_paid' | 'order.method_foreign' | 'order.method_cannot_bear';

const totalWithout = (order: OrderFacts, taken: readonly TakenLine[]): number => {
  const { goodsMinor, discountMinor } = amountsWithout(order, taken);
  return goodsMinor - discountMinor + order.postageMinor + order.adjustmentMinor;
};

function planOf(order: OrderFacts, input: Input, byLine: boolean): Plan | Refusal<Code> {
  const all = order.items.map((item) => ({ item, quantity: item.quantity }));
  const picked = input.lines ? linesPicked(order.items, input.lines) : all;
  if (isRefusal(picked)) return picked;
  if (isWhole(order.items, picked)) return { whole: true, lines: all, backMinor: keptOf(order) };
  if (!byLine) return refuse('order.lines_whole_only');
  const total = totalWithout(order, picked);
  // What a source took off without saying why can be more than what remains: then only the whole order can go.
  if (total < 0) return refuse('order.amount_out_of_range', { totalMinor: total });
  const backMinor = Math.max(keptOf(order) - total, 0);
  return { whole: false, lines: picked, backMinor };
}

/** An order, or some of its lines, cancelled before shipping. */
export const cancelAct = (
  actor: TeamActor,
  tx: Tx,
  input: Input,
): ActSpec<Plan, Code, MoneyCode> => ({
  endpoint: 'cancelOrder',
  permission: 'orders.cancel',
  kind: (plan) => (plan.whole ? 'cancelled' : 'lines_cancelled'),
  reasonCode: input.reasonCode,
  check: (order, { cancel }) =>
    allowedIn(order, 'cancel', cancel.states) ??
    knownReason(input.reasonCode, cancel.reasons) ??
    planOf(order, input, cancel.lines),
  limit: (_order, { backMinor, lines }) =>
    backMinor > 0
      ? {
          action: 'cancel',
          amountMinor: backMinor,
          facts: { lines: lines.map(({ item, quantity }) => [item.no, quantity]), to: 'original' },
        }
      : null,
  writes: (_order, { whole, lines, backMinor }) => [
    {
      kind: 'cancel',
      lines: whole ? null : lines.map(({ item, quantity }) => ({ lineNo: item.no, quantity })),
      reason: input.reasonCode,
    },
    ...(backMinor > 0
      ? [
          {
            kind: 'refund',
            amountMinor: backMinor,
            reference: null,
            reason: input.reasonCode,
          } as const,
        ]
      : []),
  ],
  effect: (order, plan, hand) => cancelled(actor, tx, order, plan, hand),
});

/** Money first, then stock: the order in which every act takes its locks. */
async function cancelled(actor: TeamActor, tx: Tx, order: OrderFacts, plan: Plan, hand: ActHand) {
  const amounts =
    plan.whole || hand.there
      ? { overpaidMinor: plan.backMinor, missingMinor: 0 }
      : await setAmounts(actor, tx, order, amountsWithout(order, plan.lines));
  const moved = await balanceOut(actor, tx, order, amounts, { actId: hand.id });
  if (isRefusal(moved)) return moved;
  if (!hand.there) await takeOut(actor, tx, order, plan);
  return {
    amountMinor: moved.amountMinor,
    state: moved.state,
    params: {
      from: order.status,
      lines: plan.lines.map(({ item, quantity }) => ({
        lineNo: item.no,
        title: item.title,
        sku: item.sku,
        quantity,
        unitMinor: item.unitMinor,
      })),
      parts: moved.parts,
    },
  };
}

async function takeOut(actor: TeamActor, tx: Tx, order: OrderFacts, plan: Plan) {
  const back = plan.lines.flatMap(({ item, quantity }) =>
    item.variantId ? [{ variantId: item.variantId, quantity }] : [],
  );
  await returnStock(actor, tx, order.shopId, back);
  if (!plan.whole) return removeLines(tx, order.id, amountsWithout(order, plan.lines).gone);
  await writeStatus(tx, order.id, 'cancelled');
  await insertStatus(actor, tx, order.id, 'cancelled');
}

/** SHOP-06: cancels an order or some of its lines; every payment goes back to the method that paid it. */
export const cancelOrder = (actor: TeamActor, tx: Tx, input: InputOf<typeof orders.cancelOrder>) =>
  performAct(actor, tx, input, cancelAct(actor, tx, input));
