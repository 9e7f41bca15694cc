import type { InputOf, orders } from '@guitai/contract';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Offer, offersOf } from '../catalog/index.ts';
import type { OrderRules } from '../shops/index.ts';
import { belowFloor, type PriceAfter } from './act.floor.ts';
import { keptOf } from './act.money.ts';
import { payeeOf } from './act.payee.ts';
import { allowedIn } from './act.rules.ts';
import { countActs } from './act.store.ts';
import { exchangeListOf } from './exchange-list.store.ts';
import type { OrderFacts, OrderItemFacts } from './facts.store.ts';
import { amountsWith, type NewLine, newLine, priceGiven } from './items.rules.ts';
import { readMethod } from './money.store.ts';

type Input = Pick<InputOf<typeof orders.changeOrderItems>, 'orderId' | 'changes' | 'methodId'>;
type Change = Input['changes'][number];
type Rule = OrderRules['changeItems'];

/** Whether the rule lets the line become this offer: same product, or one on the product's exchange list. */
async function fits(tx: Tx, order: OrderFacts, item: OrderItemFacts, offer: Offer, rule: Rule) {
  const { no: lineNo } = item;
  if (offer.productId === item.productId) return null;
  if (!rule.sameProduct && !rule.exchangeList) return null;
  if (!rule.exchangeList) return refuse('order.variant_foreign', { lineNo });
  const listed = await exchangeListOf(tx, order.shopId, item, rule.exchangeTopic);
  return listed.includes(offer.productExternalId)
    ? null
    : refuse('order.variant_not_exchangeable', { lineNo });
}

async function lineOf(
  tx: Tx,
  order: OrderFacts,
  change: Change,
  offers: ReadonlyMap<string, Offer>,
  rule: Rule,
) {
  const { lineNo } = change;
  const item = order.items.find((one) => one.no === lineNo);
  if (!item) return refuse('order.line_not_found', { lineNo });
  const quantity = change.quantity ?? item.quantity;
  const stays = change.variantId === item.variantId;
  if (stays && quantity === item.quantity) return refuse('order.variant_same', { lineNo });
  if (quantity !== item.quantity && !rule.quantity) {
    return refuse('order.act_not_allowed', {
      act: 'changeItems',
      rule: 'quantity',
      status: order.status,
      allowed: [],
    });
  }
  const offer = offers.get(change.variantId);
  if (stays) return newLine(item, null, quantity, offer?.priceMinor);
  if (!offer) return refuse('variant.not_found', { lineNo });
  if (offer.currency !== order.currency) return refuse('order.variant_foreign', { lineNo });
  const unfit = await fits(tx, order, item, offer, rule);
  return unfit ?? newLine(item, offer, quantity);
}

async function linesOf(tx: Tx, order: OrderFacts, { changes }: Input, rule: Rule) {
  const offers = await offersOf(
    tx,
    order.shopId,
    changes.map((change) => change.variantId),
  );
  const lines: NewLine[] = [];
  for (const change of changes) {
    if (lines.some((line) => line.item.no === change.lineNo)) {
      return refuse('order.line_twice', { lineNo: change.lineNo });
    }
    const line = await lineOf(tx, order, change, offers, rule);
    if (isRefusal(line)) return line;
    lines.push(line);
  }
  return lines;
}

/** A paid order's difference needs somebody to bear it, as the shop's rule says. */
async function bearer(
  tx: Tx,
  order: OrderFacts,
  input: Input,
  differenceMinor: number,
  rule: Rule,
) {
  if (order.status === 'placed' || differenceMinor <= 0) return null;
  if (!input.methodId) {
    return refuse('order.method_needed', {
      amountMinor: differenceMinor,
      currency: order.currency,
    });
  }
  const method = await readMethod(tx, order, input.methodId);
  if (!method) return refuse('order.method_foreign');
  return rule.chargeTo === 'balance' && method.balanceMinor === null
    ? refuse('order.method_not_balance')
    : null;
}

/** The whole order with its lines changed, for its floors. */
function priceWith(
  order: OrderFacts,
  { discountMinor, lines }: ReturnType<typeof amountsWith>,
): PriceAfter {
  const items = order.items.map((item) => ({
    ...item,
    ...lines.find((line) => line.no === item.no),
  }));
  return { discountMinor, postageCouponMinor: order.postageCouponMinor, items };
}

/** What the lines become and what it costs, or the rule that is against it. */
export async function itemsPlan(tx: Tx, order: OrderFacts, input: Input, rules: OrderRules) {
  const rule = rules.changeItems;
  const barred = allowedIn(order, 'changeItems', rule.states);
  if (barred) return barred;
  if (rule.times > 0 && (await countActs(tx, order.id, ['items_changed'])) >= rule.times) {
    return refuse('order.act_repeated', { act: 'changeItems', times: rule.times });
  }
  const lines = await linesOf(tx, order, input, rule);
  if (isRefusal(lines)) return lines;
  const amounts = amountsWith(order, lines);
  const total = order.totalMinor + amounts.differenceMinor;
  if (total < 0 || !Number.isSafeInteger(amounts.goodsMinor)) {
    return refuse('order.amount_out_of_range', { totalMinor: total });
  }
  const backMinor = Math.max(keptOf(order) - total, 0);
  const unfit =
    backMinor > 0
      ? await payeeOf(tx, order, input.methodId, rules.refund)
      : await bearer(tx, order, input, amounts.differenceMinor, rule);
  if (unfit) return unfit;
  const given = priceGiven(lines);
  const low = given.amountMinor > 0 ? await belowFloor(tx, order, priceWith(order, amounts)) : null;
  return low ?? { lines, amounts, backMinor, given };
}

export type ItemsPlan = Exclude<Awaited<ReturnType<typeof itemsPlan>>, { code: string }>;
