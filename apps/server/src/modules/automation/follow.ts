import type { conversations as contract, orders as ordersContract, Static } from '@guitai/contract';
import { type Heard, reactMany } from '../../kernel/reactions.ts';
import type { Tx } from '../../kernel/tx.ts';
import { caseOpened } from '../aftersales/index.ts';
import * as conversations from '../conversations/index.ts';
import { orderActed, orderPaid, orderPlaced, ordersMirrored } from '../orders/index.ts';
import { parcelMoved } from '../parcels/index.ts';
import { reviewPosted } from '../reviews/index.ts';
import { shopCreated } from '../shops/index.ts';
import type { Chain } from './chain.rules.ts';
import { birthsOf, inboundOf } from './follow.store.ts';
import { actedWord, type Happening, passed } from './happening.rules.ts';
import { planRuns } from './plan.ts';
import { addPresets } from './presets.add.ts';
import { triggersHeard } from './rule.store.ts';
import { chainsAfter, setTalk, talksOf } from './run.store.ts';

const most = 200;

/** Which rules led to each of these events, by the event's number. */
async function chainsOf(tx: Tx, events: readonly Heard[]): Promise<(event: Heard) => Chain> {
  const runOf = ({ cause }: Heard) => (cause?.startsWith('rule:') ? cause.slice(5) : null);
  const chains = await chainsAfter(tx, [...new Set(events.flatMap((one) => runOf(one) ?? []))]);
  return (event) => chains.get(runOf(event) ?? '') ?? [];
}

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

type Acted = Static<typeof ordersContract.OrderActedEvent>;

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

type Mirrored = Static<typeof ordersContract.OrdersMirrored>;

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

type Talk = Static<typeof contract.ConversationSummary>;

const ofTalk = (
  talk: Talk,
  trigger: Happening['trigger'],
  event: Heard,
  own: Pick<Happening, 'episode' | 'round'> &
    Partial<Pick<Happening, 'messageId' | 'messageText' | 'mark' | 'at' | 'chain'>>,
): Happening => ({
  trigger,
  shopId: talk.shopId,
  subjectId: talk.id,
  orderId: null,
  conversationId: talk.id,
  buyerId: talk.buyerId,
  messageId: null,
  messageText: null,
  mark: null,
  at: new Date(event.at),
  key: `${event.seq} ${trigger}`,
  chain: [],
  ...own,
});

const talks = reactMany(
  'automation.conversations',
  [
    conversations.conversationOpened,
    conversations.conversationReopened,
    conversations.conversationAssigned,
    conversations.conversationClosed,
  ],
  most,
  async (_actor, tx, events) => {
    const chainOf = await chainsOf(tx, events);
    const happened: Happening[] = [];
    for (const event of events) {
      const talk = event.data.conversation;
      if (event.type === 'conversation.reopened') await setTalk(tx, talk.id, String(event.seq));
      const began = (await talksOf(tx, [talk.id])).get(talk.id) ?? 'opened';
      const trigger = {
        'conversation.opened': 'conversation.opened',
        'conversation.reopened': 'conversation.opened',
        'conversation.assigned': 'conversation.assigned',
        'conversation.closed': 'conversation.closed',
      }[event.type] as Happening['trigger'];
      const episode = trigger === 'conversation.opened' ? began : String(event.seq);
      happened.push(ofTalk(talk, trigger, event, { episode, round: began, chain: chainOf(event) }));
    }
    await planRuns(tx, happened);
  },
);

type Posted = Static<typeof contract.MessagePosted>;

function ofMessage(event: Heard<Posted>, began: string, wrote: number): Happening[] {
  const { message, conversation: talk } = event.data;
  const said = { messageId: message.id, messageText: message.text };
  if (message.author.kind === 'member' && message.kind !== 'note' && message.kind !== 'line') {
    const inbound = String(wrote);
    const quiet = { episode: `q${inbound}`, round: `q${inbound}`, mark: inbound, ...said };
    return [ofTalk(talk, 'conversation.quiet', event, quiet)];
  }
  if (message.author.kind !== 'buyer') return [];
  const words = { episode: message.id, round: began, ...said };
  const since = talk.waitingSince;
  const waits = { episode: `w${since}`, round: `w${since}`, mark: since, ...said };
  return [
    ofTalk(talk, 'conversation.buyer_wrote', event, words),
    ...(since
      ? [ofTalk(talk, 'conversation.unanswered', event, { ...waits, at: new Date(since) })]
      : []),
  ];
}

const listened = ['conversation.buyer_wrote', 'conversation.unanswered', 'conversation.quiet'];

/** Messages pass by the thousand: they are looked at only where a rule listens. */
const messages = reactMany(
  'automation.messages',
  conversations.messagePosted,
  500,
  async (_actor, tx, events) => {
    const heard = await triggersHeard(tx);
    if (!listened.some((trigger) => heard.has(trigger))) return;
    const ids = [...new Set(events.flatMap(({ data }) => data?.conversation.id ?? []))];
    const began = await talksOf(tx, ids);
    const wrote = heard.has('conversation.quiet') ? await inboundOf(tx, ids) : new Map();
    const happened = events.flatMap((event) => {
      const id = event.data?.conversation.id;
      return id ? ofMessage(event, began.get(id) ?? 'opened', wrote.get(id) ?? 0) : [];
    });
    await planRuns(
      tx,
      happened.filter(({ trigger }) => heard.has(trigger)),
    );
  },
);

const newShop = reactMany('automation.shops', shopCreated, 20, async (actor, tx, events) => {
  for (const { subject } of events) await addPresets(actor, tx, subject);
});

/** What rules listen to. */
export const following = [
  acted,
  placed,
  mirrored,
  moved,
  asked,
  reviewed,
  talks,
  messages,
  newShop,
];
