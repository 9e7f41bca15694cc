import type { StaffActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can, weigh } from '../access/index.ts';
import { paidByLine } from '../orders/index.ts';
import type { Ground } from './ground.ts';
import { limitedOf } from './issue.ts';
import { weighCoupon } from './judge.ts';
import { type Rung, rungsFor } from './ladder.rules.ts';
import type { Situation } from './situation.rules.ts';
import { together } from './stack.rules.ts';
import type { TemplateRow } from './template.store.ts';

const kindOf = { postage: 'postage', coupon: null, bundle: 'bundle', price: null } as const;

/** The kind of coupon a rung gives: the one chosen for it, else the first that fits it. */
export function templateFor(ground: Ground, rung: Rung, wanted?: string): TemplateRow | null {
  const { templates, settings } = ground;
  const chosen = wanted ?? settings.ladder.find((step) => step.rung === rung)?.templateId;
  if (chosen) return templates.find((one) => one.id === chosen) ?? null;
  const fits = (one: TemplateRow) =>
    rung === 'coupon'
      ? one.terms.kind === 'amount' || one.terms.kind === 'percent'
      : one.terms.kind === kindOf[rung];
  const all = templates.filter(fits);
  return all.sort((a, b) => a.worthMinor - b.worthMinor || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** What lies between the price now and the floor of everything in the order. */
export function roomOf({ order, floors }: Ground): number {
  if (!order) return 0;
  const paid = paidByLine(order);
  return order.items.reduce((room, item, n) => {
    const least = (floors.get(item.variantId ?? '')?.floorMinor ?? 0) * item.quantity;
    return room + Math.max((paid[n] ?? 0) - least, 0);
  }, 0);
}

/** The least the open order may come to, its postage with it; null where nothing in it has a floor. */
function lowestOf({ order, floors }: Ground): number | null {
  const known = order?.items.filter((item) => floors.get(item.variantId ?? '')?.floorMinor != null);
  if (!order || !known?.length) return null;
  const goods = known.reduce(
    (sum, item) => sum + (floors.get(item.variantId ?? '')?.floorMinor ?? 0) * item.quantity,
    0,
  );
  return goods + order.postageMinor - order.postageCouponMinor;
}

const priceStep = (ground: Ground) => ground.settings.ladder.find((step) => step.rung === 'price');

/** What a lower price takes off where nobody says how much: the shop’s share of the goods, never below the floor. */
export function priceOff(ground: Ground): number {
  const percent = priceStep(ground)?.mostPercent ?? 0;
  const goods = ground.order?.goodsMinor ?? 0;
  return Math.min(Math.floor((goods * percent) / 100), roomOf(ground));
}

/** How a rung would be carried out; `why` where it cannot be. */
export interface Means {
  readonly rung: Rung;
  readonly way: 'coupon' | 'order' | null;
  readonly why: string | null;
  readonly template: TemplateRow | null;
  readonly amountMinor: number;
}

/** The way a rung is gone: a change of the open order, else a coupon. */
export function meansOf(
  ground: Ground,
  rung: Rung,
  wanted?: { templateId?: string | undefined; amountMinor?: number | undefined },
): Means {
  const { order } = ground;
  const none = { rung, way: null, template: null, amountMinor: 0 };
  if (rung === 'price') {
    if (!order) return { ...none, why: 'no_order' };
    const most = priceOff(ground);
    const amountMinor = wanted?.amountMinor ?? most;
    if (most <= 0) return { ...none, why: 'floor' };
    return amountMinor > most
      ? { ...none, why: 'beyond_ladder' }
      : { rung, way: 'order', why: null, template: null, amountMinor };
  }
  const postage = order ? order.postageMinor - order.postageCouponMinor : 0;
  if (rung === 'postage' && postage > 0)
    return { rung, way: 'order', why: null, template: null, amountMinor: postage };
  const template = templateFor(ground, rung, wanted?.templateId);
  if (!template) return { ...none, why: 'no_coupon' };
  return { rung, way: 'coupon', why: null, template, amountMinor: template.worthMinor };
}

/** What the template would take off the open order, its floors kept; null without an order. */
function savedOn({ order, floors }: Ground, template: TemplateRow): number | null {
  if (!order) return null;
  const paid = paidByLine(order);
  const lines = order.items.flatMap((item, n) => {
    const floor = floors.get(item.variantId ?? '');
    if (!floor) return [];
    const netMinor = Math.max(paid[n] ?? 0, 0);
    const roomMinor = Math.max(netMinor - (floor.floorMinor ?? 0) * item.quantity, 0);
    const { variantId, productId, category } = floor;
    return [
      { no: item.no, quantity: item.quantity, variantId, productId, category, netMinor, roomMinor },
    ];
  });
  const one = {
    id: template.id,
    terms: template.terms,
    worthMinor: template.worthMinor,
    validUntil: null,
  };
  return (
    together([one], { lines, postageMinor: order.postageMinor - order.postageCouponMinor })
      .shares[0]?.savesMinor ?? 0
  );
}

/** What is left above the cost of the goods at a price; null where a cost is not known or not for this reader. */
function marginOf(actor: StaffActor, { order, floors, shop }: Ground, afterMinor: number | null) {
  if (!order || afterMinor === null || can(actor, 'costs.read', { shop: shop.id }) !== 'yes')
    return null;
  let cost = 0;
  for (const item of order.items) {
    const one = floors.get(item.variantId ?? '')?.costMinor ?? null;
    if (one === null) return null;
    cost += one * item.quantity;
  }
  return afterMinor - order.postageMinor - cost;
}

async function verdictOf(actor: StaffActor, tx: Tx, ground: Ground, means: Means) {
  const { conversation, order, shop } = ground;
  if (means.template) {
    const place = { buyerId: conversation.buyerId, conversationId: conversation.id };
    const weighing = await weighCoupon(tx, means.template, place);
    if (weighing.below) return 'floor' as const;
    return (await weigh(actor, tx, limitedOf(means.template, place.buyerId, weighing))).verdict;
  }
  if (!order) return 'no' as const;
  const isPostage = means.rung === 'postage';
  const floor = isPostage
    ? { kind: 'postage' as const, resultMinor: 0, baseMinor: order.postageMinor }
    : {
        kind: 'price' as const,
        resultMinor: order.goodsMinor - order.discountMinor - means.amountMinor,
        baseMinor: order.goodsMinor,
      };
  const act = {
    action: isPostage ? ('postage' as const) : ('discount' as const),
    ...{ shopId: shop.id, orderId: order.id, buyerId: order.buyerId, currency: order.currency },
    ...{ amountMinor: means.amountMinor, facts: {}, floor },
  };
  return (await weigh(actor, tx, act)).verdict;
}

/** What each rung of a situation would do, in figures, before anything is sent. */
export async function effectsOf(actor: StaffActor, tx: Tx, ground: Ground, situation: Situation) {
  const { order, settings } = ground;
  const effects = [];
  for (const rung of rungsFor({ situation, ladder: settings.ladder })) {
    const means = meansOf(ground, rung);
    const verdict = means.way ? await verdictOf(actor, tx, ground, means) : ('no' as const);
    const low = verdict === 'floor';
    const off = means.template ? savedOn(ground, means.template) : means.amountMinor;
    const beforeMinor = order?.totalMinor ?? null;
    const afterMinor = order && means.way ? order.totalMinor - (off ?? 0) : null;
    effects.push({
      rung,
      possible: means.way !== null && !low,
      why: low ? 'floor' : means.why,
      name: means.template?.name ?? '',
      templateId: means.template?.id ?? null,
      amountMinor: means.amountMinor,
      beforeMinor,
      afterMinor,
      floorMinor: lowestOf(ground),
      marginMinor: marginOf(actor, ground, afterMinor),
      onOrder: means.way === 'order',
      verdict: low ? ('no' as const) : verdict,
    });
  }
  return effects;
}
