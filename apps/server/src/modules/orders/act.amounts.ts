import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderRules } from '../shops/index.ts';
import { belowFloor, goodsAsPlaced, paidByLine } from './act.floor.ts';
import { type ActHand, type ActSpec, performAct } from './act.frame.ts';
import { balanceOut } from './act.money.ts';
import { allowedIn } from './act.rules.ts';
import { firstParam } from './act.store.ts';
import { type NewAmounts, setAmounts } from './amounts.ts';
import type { OrderFacts } from './facts.store.ts';

interface Plan {
  readonly amounts: NewAmounts;
  /** Above zero: the buyer pays so much less. */
  readonly lessMinor: number;
  readonly fromMinor: number;
  readonly toMinor: number;
  /** Before anybody changed it: the floor is a share of this. */
  readonly baseMinor: number;
  readonly lineNo?: number;
  /** What is left of the base, where it is not what is asked for. */
  readonly resultMinor?: number;
}

type Code =
  | 'order.act_not_allowed'
  | 'order.unchanged'
  | 'order.amount_out_of_range'
  | 'order.below_floor';
type MoneyCode = 'order.refund_above_paid' | 'order.method_foreign' | 'order.method_cannot_bear';

/** Before payment freely, after it as a refund or a charge; each in the statuses the shop allows. */
const barred = (order: OrderFacts, { amounts }: OrderRules) =>
  allowedIn(
    order,
    'amounts',
    order.status === 'placed' ? amounts.unpaidStates : amounts.paidStates,
  );

function weighed(order: OrderFacts, plan: Plan): Plan | Refusal<Code> {
  if (plan.fromMinor === plan.toMinor) return refuse('order.unchanged');
  const total = order.totalMinor - plan.lessMinor;
  const fits = Number.isSafeInteger(total) && total >= 0;
  return fits ? plan : refuse('order.amount_out_of_range', { totalMinor: total });
}

async function set(actor: TeamActor, tx: Tx, order: OrderFacts, plan: Plan, hand: ActHand) {
  const { fromMinor, toMinor, lineNo } = plan;
  const params = { fromMinor, toMinor, ...(lineNo ? { lineNo } : {}) };
  if (hand.there) return { amountMinor: plan.lessMinor, params };
  const amounts = await setAmounts(actor, tx, order, plan.amounts);
  const moved = await balanceOut(actor, tx, order, amounts, { actId: hand.id });
  if (isRefusal(moved)) return moved;
  return {
    amountMinor: moved.amountMinor,
    state: moved.state,
    params: { ...params, totalMinor: amounts.totalMinor, parts: moved.parts },
  };
}

type Spec<C extends string> = Omit<ActSpec<Plan, C, MoneyCode>, 'effect' | 'limit'>;

const priceAct = <C extends string>(
  actor: TeamActor,
  tx: Tx,
  action: 'postage' | 'price' | 'discount',
  spec: Spec<C>,
): ActSpec<Plan, C, MoneyCode> => ({
  ...spec,
  limit: (_order, plan) =>
    plan.lessMinor <= 0
      ? null
      : {
          action,
          amountMinor: plan.lessMinor,
          facts: { toMinor: plan.toMinor, lineNo: plan.lineNo ?? null },
          floor: {
            kind: action === 'postage' ? 'postage' : 'price',
            resultMinor: Math.max(plan.resultMinor ?? plan.toMinor, 0),
            baseMinor: plan.baseMinor,
          },
        },
  effect: (order, plan, hand) => set(actor, tx, order, plan, hand),
});

/** SHOP-06: changes the postage. */
export const changeOrderPostage = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.changeOrderPostage>,
) =>
  performAct(
    actor,
    tx,
    input,
    priceAct<Code>(actor, tx, 'postage', {
      endpoint: 'changeOrderPostage',
      permission: 'orders.price',
      kind: 'postage_changed',
      async check(order, rules) {
        const no = barred(order, rules);
        if (no) return no;
        const { postageMinor: toMinor } = input;
        const fromMinor = order.postageMinor;
        return weighed(order, {
          amounts: { postageMinor: toMinor },
          lessMinor: fromMinor - toMinor,
          fromMinor,
          toMinor,
          baseMinor: (await firstParam(tx, order.id, 'postage_changed')) ?? fromMinor,
        });
      },
      writes: (_order, { toMinor, fromMinor }) => [
        { kind: 'postage', postageMinor: toMinor, wasMinor: fromMinor },
      ],
    }),
  );

/** Changes what one piece of a line costs. */
export const changeLinePrice = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.changeLinePrice>,
) =>
  performAct(
    actor,
    tx,
    input,
    priceAct<Code | 'order.line_not_found'>(actor, tx, 'price', {
      endpoint: 'changeLinePrice',
      permission: 'orders.price',
      kind: 'price_changed',
      async check(order, rules) {
        const no = barred(order, rules);
        if (no) return no;
        const { lineNo, unitMinor: toMinor } = input;
        const item = order.items.find((one) => one.no === lineNo);
        if (!item) return refuse('order.line_not_found', { lineNo });
        const { quantity, unitMinor: fromMinor, discountMinor } = item;
        const lessMinor = (fromMinor - toMinor) * quantity;
        if (!Number.isSafeInteger(lessMinor) || discountMinor > toMinor * quantity) {
          return refuse('order.amount_out_of_range', { lineNo });
        }
        const items = order.items.map((one) =>
          one.no === lineNo ? { ...one, unitMinor: toMinor } : one,
        );
        const after = { ...order, items };
        const low = lessMinor > 0 ? await belowFloor(tx, order, after) : null;
        if (low) return low;
        const paid = paidByLine(after)[items.findIndex((one) => one.no === lineNo)] ?? 0;
        return weighed(order, {
          amounts: {
            goodsMinor: order.goodsMinor - lessMinor,
            lines: [{ no: lineNo, quantity, unitMinor: toMinor, discountMinor }],
          },
          lessMinor,
          fromMinor,
          toMinor,
          lineNo,
          resultMinor: Math.floor(paid / quantity),
          baseMinor: (await firstParam(tx, order.id, 'price_changed', lineNo)) ?? fromMinor,
        });
      },
    }),
  );

/** Changes what is taken off the whole order. */
export const changeOrderDiscount = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.changeOrderDiscount>,
) =>
  performAct(
    actor,
    tx,
    input,
    priceAct<Code>(actor, tx, 'discount', {
      endpoint: 'changeOrderDiscount',
      permission: 'orders.price',
      kind: 'discount_changed',
      async check(order, rules) {
        const { discountMinor: toMinor } = input;
        const { discountMinor: fromMinor } = order;
        const no = barred(order, rules);
        if (no) return no;
        // What coupons take off is not this act's to take back.
        const coupons = order.items.reduce((sum, one) => sum + one.couponMinor, 0);
        if (toMinor > order.goodsMinor || toMinor < coupons + order.postageCouponMinor)
          return refuse('order.amount_out_of_range');
        const lessMinor = toMinor - fromMinor;
        const low =
          lessMinor > 0 ? await belowFloor(tx, order, { ...order, discountMinor: toMinor }) : null;
        if (low) return low;
        return weighed(order, {
          amounts: { discountMinor: toMinor },
          lessMinor,
          fromMinor,
          toMinor,
          resultMinor: order.goodsMinor - (toMinor - order.postageCouponMinor),
          baseMinor: await goodsAsPlaced(tx, order),
        });
      },
      writes: (_order, { lessMinor }) => [
        { kind: 'discount', amountMinor: lessMinor, name: 'discount' },
      ],
    }),
  );
