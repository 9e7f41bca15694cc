import type { InputOf, orders } from '@guitai/contract';
import type { TeamActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { sellStock } from '../catalog/index.ts';
import { type ActInput, performAct } from './act.frame.ts';
import type { ActKind } from './act.store.ts';
import type { OrderFacts } from './facts.store.ts';
import { planCompletion, planReceipt } from './lifecycle.plans.ts';
import {
  afterShipping,
  mayGo,
  owes,
  packed,
  type Remaining,
  remainingOf,
} from './lifecycle.rules.ts';
import { insertParcel, isUnderWay, readShipped, writeDelivered } from './lifecycle.store.ts';
import { payOrder } from './pay.ts';
import { insertStatus, writeStatus } from './place.store.ts';
import type { OrderStatus } from './words.ts';

export const barred = (order: OrderFacts, to: OrderStatus, act: string) =>
  mayGo(order, to)
    ? null
    : refuse('order.act_not_allowed', { act, rule: act, status: order.status, allowed: [] });

/** Gives the order its new status, and the history a line of it. */
export async function become(actor: TeamActor, tx: Tx, order: OrderFacts, to: OrderStatus) {
  if (order.status === to) return;
  await writeStatus(tx, order.id, to);
  await insertStatus(actor, tx, order.id, to);
}

/** Goods leave once they are paid; a platform knows itself what is paid there. */
const owing = (order: OrderFacts) =>
  owes(order)
    ? refuse('order.supplement_open', { dueMinor: order.dueMinor, currency: order.currency })
    : null;

/** A step that is nothing but a new status. */
export const step = (endpoint: string, kind: ActKind, to: OrderStatus) => ({
  endpoint,
  permission: 'orders.fulfil',
  kind,
  check: (order: OrderFacts) => barred(order, to, endpoint) ?? true,
});

/** The order is being packed. */
export const prepareOrder = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.prepareOrder>,
) =>
  performAct(actor, tx, input, {
    ...step('prepareOrder', 'prepared', 'preparing'),
    check: (order) => barred(order, 'preparing', 'prepareOrder') ?? owing(order) ?? true,
    async effect(order) {
      await become(actor, tx, order, 'preparing');
      return { params: { from: order.status } };
    },
  });

interface Packing {
  readonly remaining: readonly Remaining[];
  readonly parcel: readonly Remaining[];
}

async function packingOf(
  tx: Tx,
  order: OrderFacts,
  wanted: InputOf<typeof orders.shipOrder>['lines'],
) {
  const remaining = remainingOf(order.items, await readShipped(tx, order.id));
  if (remaining.length === 0) return refuse('order.all_shipped', { lineNo: '' });
  const parcel = packed(remaining, wanted);
  if (Array.isArray(parcel)) return { remaining, parcel } satisfies Packing;
  const { lineNo, twice } = parcel as { lineNo: number; twice: boolean };
  if (twice) return refuse('order.line_twice', { lineNo });
  return order.items.some((item) => item.no === lineNo)
    ? refuse('order.all_shipped', { lineNo })
    : refuse('order.line_not_found', { lineNo });
}

/** Hands a parcel over: what was reserved for it is sold now. */
export const shipOrder = (actor: TeamActor, tx: Tx, input: InputOf<typeof orders.shipOrder>) =>
  performAct(actor, tx, input, {
    endpoint: 'shipOrder',
    permission: 'orders.fulfil',
    kind: 'shipped',
    check: async (order) =>
      barred(order, 'shipped', 'shipOrder') ??
      owing(order) ??
      (await packingOf(tx, order, input.lines)),
    writes: (_order, { parcel }) => [
      {
        kind: 'ship',
        carrier: input.carrier,
        number: input.number,
        lines: parcel.map(({ item, quantity }) => ({ lineNo: item.no, quantity })),
      },
    ],
    async effect(order, { remaining, parcel }, hand) {
      const { carrier, number } = input;
      const params = {
        carrier,
        number,
        lines: parcel.map(({ item, quantity }) => ({
          lineNo: item.no,
          title: item.title,
          quantity,
        })),
      };
      if (hand.there) return { params };
      const parcelId = await insertParcel(tx, order, { carrier, number, lines: parcel });
      await sellStock(tx, order.shopId, parcel.flatMap(wantedOf));
      const status = afterShipping(remaining, parcel);
      await become(actor, tx, order, status);
      if (status === 'shipped') await planReceipt(tx, order);
      return { params: { ...params, parcelId, from: order.status } };
    },
  });

const wantedOf = ({ item, quantity }: Remaining) =>
  item.variantId === null ? [] : [{ variantId: item.variantId, quantity }];

/** A parcel has arrived; with the last one the order has, and what is paid on delivery is paid. */
export const deliverAct = (actor: TeamActor, tx: Tx, parcelId: string) => ({
  endpoint: 'deliverParcel',
  permission: 'orders.fulfil',
  kind: 'delivered' as const,
  check: (order: OrderFacts) =>
    order.status === 'partly_shipped' || order.status === 'shipped'
      ? true
      : refuse('order.act_not_allowed', {
          act: 'deliverParcel',
          rule: 'deliverParcel',
          status: order.status,
          allowed: ['partly_shipped', 'shipped'],
        }),
  async effect(order: OrderFacts) {
    if (!(await writeDelivered(tx, order.id, parcelId))) return refuse('order.parcel_not_found');
    const params = { parcelId, from: order.status };
    if (order.status !== 'shipped' || (await isUnderWay(tx, order.id))) return { params };
    if (order.onDelivery && order.dueMinor > 0) await takeCash(actor, tx, order, parcelId);
    await become(actor, tx, order, 'delivered');
    await planReceipt(tx, order);
    return { params };
  },
});

export const deliverParcel = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.deliverParcel>,
) => performAct(actor, tx, input, deliverAct(actor, tx, input.parcelId));

async function takeCash(actor: TeamActor, tx: Tx, order: OrderFacts, parcelId: string) {
  const reference = `delivery:${parcelId}`;
  const paid = await payOrder(actor, tx, { orderId: order.id, kind: 'cash', reference });
  if (isRefusal(paid)) throw new Error(`cash on delivery was not booked: ${paid.code}`);
}

/** The buyer has the goods: by the buyer's own word, a colleague's, or because nobody said otherwise in time. */
export const receiveAct = (actor: TeamActor, tx: Tx) => ({
  ...step('receiveOrder', 'received', 'received'),
  async effect(order: OrderFacts) {
    await become(actor, tx, order, 'received');
    await planCompletion(tx, order);
    return { params: { from: order.status } };
  },
});

export const receiveOrder = (actor: TeamActor, tx: Tx, input: ActInput) =>
  performAct(actor, tx, input, receiveAct(actor, tx));

export const completeAct = (actor: TeamActor, tx: Tx) => ({
  ...step('completeOrder', 'completed', 'completed'),
  async effect(order: OrderFacts) {
    await become(actor, tx, order, 'completed');
    return { params: { from: order.status } };
  },
});

/** Nothing is left to do. */
export const completeOrder = (actor: TeamActor, tx: Tx, input: ActInput) =>
  performAct(actor, tx, input, completeAct(actor, tx));

/** Books money that came in outside of a gateway: nobody but the person says so, hence a permission of its own. */
export const markOrderPaid = (
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof orders.markOrderPaid>,
) =>
  performAct(actor, tx, input, {
    endpoint: 'markOrderPaid',
    permission: 'payments.book',
    kind: 'paid',
    check: (order) =>
      order.dueMinor > 0 ? true : refuse('order.not_payable', { status: order.status }),
    async effect(order) {
      const { kind, reference, amountMinor } = input;
      const given = { orderId: order.id, kind, reference: `hand:${reference}` };
      const paid = await payOrder(actor, tx, amountMinor ? { ...given, amountMinor } : given);
      if (isRefusal(paid)) return paid;
      return { amountMinor: -paid.amountMinor, params: { kind, reference, from: order.status } };
    },
  });
