import type { TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import { floorsOf } from '../catalog/index.ts';
import { keptOf, lockOrder, type OrderFacts } from '../orders/index.ts';
import {
  type BargainRow,
  bargainOfOrder,
  findStep,
  lockBargain,
  moveBargain,
  openBargain,
  readSteps,
  writeStep,
} from './bargain.store.ts';
import { tellStep } from './bargain.tell.ts';
import { freeBudget } from './budget.store.ts';
import type { CouponRow } from './coupon.store.ts';
import { concessionChanged } from './events.ts';

const waiting = new Set(['offered', 'declined', 'accepted']);

/** The buyer took what was offered: the coupon of a step is on an order. */
export async function acceptByCoupon(actor: TeamActor, tx: Tx, coupon: CouponRow, orderId: string) {
  const step = await findStep(tx, { couponId: coupon.id });
  const bargain = step && (await lockBargain(tx, step.bargainId));
  if (!step || !bargain || !waiting.has(step.state)) return;
  const at = now();
  await writeStep(tx, step.id, { state: 'accepted', at });
  if (bargain.outcome !== 'paid')
    await moveBargain(tx, bargain.id, { outcome: 'ordered', orderId, paidMinor: 0, at });
  await tellStep(actor, tx, concessionChanged, step.id);
}

/** What the goods of an order cost the shop; null where that of any is not known. */
async function costOf(tx: Tx, order: OrderFacts): Promise<number | null> {
  const ids = order.items.flatMap((item) => (item.variantId ? [item.variantId] : []));
  const floors = await floorsOf(tx, order.shopId, ids);
  const costs = order.items.map((item) => {
    const cost = floors.get(item.variantId ?? '')?.costMinor ?? null;
    return cost === null ? null : cost * item.quantity;
  });
  return costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
}

const outcomeOf = (order: OrderFacts): BargainRow['outcome'] => {
  if (order.status === 'cancelled' || order.status === 'closed_unpaid') return 'reversed';
  if (order.paidMinor === 0) return 'ordered';
  return keptOf(order) > 0 ? 'paid' : 'reversed';
};

/** The talk an order came from, or the open one of its buyer, which this order now ends. */
async function talkOf(tx: Tx, order: OrderFacts): Promise<BargainRow | undefined> {
  const known = await bargainOfOrder(tx, order.id);
  if (known || order.buyerId === null) return known;
  const open = await openBargain(tx, order.shopId, order.buyerId, true);
  const later = open && order.placedAt !== null && order.placedAt >= open.openedAt;
  return later ? open : undefined;
}

/** SHOP-10: a talk ends with an order, is paid with it, and is reversed with it. */
export async function followTalk(actor: TeamActor, tx: Tx, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  const bargain = order && (await talkOf(tx, order));
  if (!order || !bargain) return;
  const outcome = outcomeOf(order);
  const paidMinor = keptOf(order);
  if (outcome === bargain.outcome && paidMinor === bargain.paidMinor && bargain.orderId) return;
  const goodsCostMinor = await costOf(tx, order);
  await moveBargain(tx, bargain.id, { outcome, orderId, paidMinor, goodsCostMinor, at: now() });
  const steps = await readSteps(tx, bargain.id);
  const last = steps.findLast((step) => step.state === 'accepted') ?? steps.at(-1);
  if (last) await tellStep(actor, tx, concessionChanged, last.id);
}

/** What an approval did to the step that waits for it. */
export async function followApproval(
  actor: TeamActor,
  tx: Tx,
  approvalId: string,
  granted: boolean,
  couponId: string | null,
): Promise<void> {
  const step = await findStep(tx, { approvalId });
  const bargain = step && (await lockBargain(tx, step.bargainId));
  if (!step || !bargain || step.state !== 'asked') return;
  await writeStep(tx, step.id, { state: granted ? 'offered' : 'void', couponId, at: now() });
  if (!granted) await freeBudget(tx, bargain.shopId, step.periods, step.costMinor);
  await tellStep(actor, tx, concessionChanged, step.id);
}

/** A coupon of a step ended unused: what it might have cost is free for others. */
export async function freeByCoupon(actor: TeamActor, tx: Tx, couponId: string): Promise<void> {
  const step = await findStep(tx, { couponId });
  const bargain = step && (await lockBargain(tx, step.bargainId));
  if (!step || !bargain || step.state === 'void') return;
  await writeStep(tx, step.id, {
    state: step.state === 'declined' ? 'declined' : 'void',
    at: now(),
  });
  await freeBudget(tx, bargain.shopId, step.periods, step.costMinor);
  await tellStep(actor, tx, concessionChanged, step.id);
}
