import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { lockVariants, returnStock, takeStock } from '../catalog/index.ts';
import { type ActHand, type Giving, performAct } from './act.frame.ts';
import { type ItemsPlan, itemsPlan } from './act.items.check.ts';
import { balanceOut } from './act.money.ts';
import { setAmounts } from './amounts.ts';
import type { OrderFacts } from './facts.store.ts';
import { stockMoves } from './items.rules.ts';
import { replaceVariants } from './items.store.ts';

type Input = InputOf<typeof orders.changeOrderItems>;

const shownOf = ({ lines }: ItemsPlan) =>
  lines.map(({ item, variantId, offer, quantity, unitMinor }) => ({
    lineNo: item.no,
    from: {
      variantId: item.variantId,
      title: item.title,
      sku: item.sku,
      options: item.options,
      quantity: item.quantity,
      unitMinor: item.unitMinor,
    },
    to: {
      variantId: offer ? variantId : item.variantId,
      title: offer?.title ?? item.title,
      sku: offer?.sku ?? item.sku,
      options: offer?.options ?? item.options,
      quantity,
      unitMinor,
    },
  }));

/** Takes the new pieces and puts the old ones back, all variants locked in one order. */
async function swap(actor: TeamActor, tx: Tx, order: OrderFacts, plan: ItemsPlan) {
  const { take, back } = stockMoves(plan.lines);
  await lockVariants(
    tx,
    [...take, ...back].map((one) => one.variantId),
  );
  const taken = await takeStock(actor, tx, order.shopId, take);
  if (isRefusal(taken)) return taken;
  await returnStock(actor, tx, order.shopId, back);
  const fresh = plan.lines.flatMap(({ item, offer, variantId }) => {
    const variant = offer && taken.find((one) => one.variantId === variantId);
    return variant ? [{ ...variant, no: item.no, offered: offer.priceMinor }] : [];
  });
  // The price moved while the act was under way: nothing may be sold at a price nobody saw.
  if (fresh.some((line) => line.priceMinor !== line.offered))
    return refuse('order.version_conflict');
  await replaceVariants(tx, order.id, fresh);
  return null;
}

async function changed(
  actor: TeamActor,
  tx: Tx,
  order: OrderFacts,
  plan: ItemsPlan,
  { id: actId, there }: ActHand,
  methodId: string | null,
) {
  const params = { lines: shownOf(plan) };
  if (there) return { amountMinor: -plan.amounts.differenceMinor || null, params };
  const amounts = await setAmounts(actor, tx, order, plan.amounts);
  const moved = await balanceOut(actor, tx, order, amounts, { actId, methodId });
  if (isRefusal(moved)) return moved;
  const swapped = await swap(actor, tx, order, plan);
  if (isRefusal(swapped)) return swapped;
  return {
    amountMinor: moved.amountMinor,
    state: moved.state,
    params: { ...params, differenceMinor: plan.amounts.differenceMinor, parts: moved.parts },
  };
}

const writesOf = (plan: ItemsPlan) => [
  {
    kind: 'items' as const,
    changes: plan.lines.map(({ item, offer, quantity }) => ({
      lineNo: item.no,
      quantity,
      variantExternalId: offer?.variantExternalId ?? '',
    })),
  },
];

/**
 * What the change gives away: money that goes back whatever the order's status, and pieces added below today's price, which
 * is a lower price with its floor.
 */
function givingOf({ lines, backMinor, given }: ItemsPlan, to: string): Giving | null {
  const amountMinor = backMinor + given.amountMinor;
  if (amountMinor === 0) return null;
  const facts = { lines: lines.map((l) => [l.item.no, l.variantId, l.quantity, l.unitMinor]), to };
  if (given.amountMinor === 0) return { action: 'items', amountMinor, facts };
  const { resultMinor, baseMinor } = given;
  return { action: 'price', amountMinor, facts, floor: { kind: 'price', resultMinor, baseMinor } };
}

/** SHOP-06: other variants or quantities before shipping; the difference is charged or paid back. */
export const changeOrderItems = (actor: TeamActor, tx: Tx, input: Input) =>
  performAct(actor, tx, input, {
    endpoint: 'changeOrderItems',
    permission: 'orders.items',
    kind: 'items_changed',
    check: (order, rules) => itemsPlan(tx, order, input, rules),
    limit: (_order, plan) => givingOf(plan, input.methodId ?? 'original'),
    writes: (_order, plan) => writesOf(plan),
    effect: (order, plan, hand) => changed(actor, tx, order, plan, hand, input.methodId ?? null),
  });
