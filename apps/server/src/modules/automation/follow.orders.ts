import type { orders as contract, Static } from '@guitai/contract';
import { type Heard, reactMany } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { caseOpened } from '../aftersales/index.ts';
import { orderActed, orderPaid, orderPlaced, ordersMirrored } from '../orders/index.ts';
import { parcelMoved } from '../parcels/index.ts';
import { reviewPosted } from '../reviews/index.ts';
import type { Chain } from './chain.rules.ts';
import { chainsOf, most } from './follow.chains.ts';
import { birthsOf } from './follow.store.ts';
import { actedWord, type Happening, passed } from './happening.rules.ts';
import { planRuns } from './plan.ts';

type OrderBrief = {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string | null;
};

const ofOrder = (
  { id, shopId, buyerId }: OrderBrief,
  trigger: Happening['trigger'],
  at: Date,
  chain: Chain,
): Happening => ({
  trigger,
  shopId,
  subjectId: id,
  episode: trigger,
  round: trigger,
  orderId: id,
  conversationId: null,
  buyerId,
  messageId: null,
  messageText: null,
  mark: null,
  at,
  key: `${trigger} ${id}`,
  chain,
});

type Acted = Static<typeof contract.OrderActedEvent>;

function actedHappening({ data, at }: Heard<Acted>, chain: Chain): Happening[] {
  const trigger = data.act.state === 'done' ? actedWord(data.act.kind) : null;
  const order = { id: data.orderId, shopId: data.shopId, buyerId: data.buyerId };
  return trigger ? [ofOrder(order, trigger, new Date(at), chain)] : [];
}

const acted = reactMany('automation.acted', orderActed, most, async (_actor, tx, events) => {
  const chainOf = await chainsOf(tx, events);
  const happened = events.flatMap((event) => actedHappening(event, chainOf(event)));
  return planRuns(tx, happened).then(() => undefined);
});

const placed = reactMany(
  'automation.orders',
  [orderPlaced, orderPaid],
  most,
  async (_actor, tx, events) => {
    const chainOf = await chainsOf(tx, events);
    const happened = events.map((event) => {
      const trigger = event.type === 'order.paid' ? 'order.paid' : 'order.placed';
      return ofOrder(event.data.order, trigger, new Date(event.at), chainOf(event));
    });
    await planRuns(tx, happened);
  },
);

type Mirrored = Static<typeof contract.OrdersMirrored>;

/**
 * What a file or a platform tells of its orders: the way each went since it was last told of. Of an order first seen only
 * its own times count: placed then, paid then.
 */
async function mirroredHappenings(tx: Tx, event: Heard<Mirrored>): Promise<Happening[]> {
  const { shopId, orders } = event.data;
  const at = new Date(event.at);
  const moved = orders.flatMap((order) =>
    order.was === null
      ? []
      : passed(order.was, order.status).map((trigger) =>
          ofOrder({ ...order, shopId }, trigger, at, []),
        ),
  );
  const fresh = orders.filter(({ was }) => was === null);
  const births = await birthsOf(
    tx,
    fresh.map(({ id }) => id),
  );
  const born = fresh.flatMap((order) => {
    const times = births.get(order.id);
    const said = (trigger: 'order.placed' | 'order.paid', when: Date | null | undefined) =>
      when ? [ofOrder({ ...order, shopId }, trigger, when, [])] : [];
    return [...said('order.placed', times?.placedAt), ...said('order.paid', times?.paidAt)];
  });
  return [...moved, ...born];
}

const mirrored = reactMany('automation.mirrored', ordersMirrored, 5, async (_actor, tx, events) => {
  for (const event of events) await planRuns(tx, await mirroredHappenings(tx, event));
});

const moved = reactMany('automation.parcels', parcelMoved, most, async (_actor, tx, events) => {
  const happened = events
    .filter(({ data }) => data.state === 'out_for_delivery')
    .map(({ data, at }) =>
      ofOrder(
        { id: data.orderId, shopId: data.shopId, buyerId: data.buyerId },
        'order.out_for_delivery',
        new Date(data.at ?? at),
        [],
      ),
    );
  await planRuns(tx, happened);
});

const asked = reactMany('automation.cases', caseOpened, most, async (_actor, tx, events) => {
  const chainOf = await chainsOf(tx, events);
  const happened = events
    .filter(({ data }) => data.kind.includes('refund') || data.kind.includes('return'))
    .map((event) => {
      const { orderId, shopId, buyerId } = event.data;
      const order = { id: orderId, shopId, buyerId };
      return ofOrder(order, 'order.refund_asked', new Date(event.at), chainOf(event));
    });
  await planRuns(tx, happened);
});

/** A review of an order; what was written long before it was told of sets nothing off. */
const reviewed = reactMany('automation.reviews', reviewPosted, most, async (_actor, tx, events) => {
  const happened = events.flatMap(({ data, at }) => {
    const { orderId, shopId, buyerId, fresh } = data;
    if (orderId === null || !fresh) return [];
    const order = { id: orderId, shopId, buyerId };
    return [ofOrder(order, 'order.reviewed', new Date(at), [])];
  });
  await planRuns(tx, happened);
});

/** What happens to orders, wherever they live. */
export const followingOrders = [acted, placed, mirrored, moved, asked, reviewed];
