import { catalog, type Endpoint, orders, type ReplyOf } from '@guitai/contract';
import { hashed, instantOf, markOf } from '../src/adapters/shops-http/records.ts';
import { system } from '../src/kernel/actor.ts';
import type { OutboundReply, OutboundRequest } from '../src/kernel/outbound.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import {
  type Connector,
  isTrouble,
  type Line,
  type OrderWrite,
  type Platform,
  type PlatformOrder,
  type ProductRecord,
  type Trouble,
} from '../src/modules/connectors/ports.ts';
import { orderFacts, payOrder } from '../src/modules/orders/index.ts';
import { type AtCounter, atCounter } from './counter.ts';
import type { Browser } from './office.ts';

/**
 * Connector zero: the built-in shop behind the contract every platform keeps. Its writes are the acts of the public API with the
 * write's key as `Idempotency-Key`; the address stands uncovered, as a platform tells it.
 */
type Card = ReplyOf<typeof orders.getOrder>;

interface Writing<A> {
  readonly ask: A;
  readonly id: string;
  readonly what: OrderWrite;
  readonly key: string;
}

type Asked =
  | { readonly ask: 'check' }
  | { readonly ask: 'orders'; readonly since: string | null; readonly buyer?: string }
  | { readonly ask: 'order'; readonly id: string }
  | { readonly ask: 'products' }
  | Writing<'find'>
  | Writing<'write'>;

const uuid = /^[0-9a-f]{8}-/;

async function recordOf(w: AtCounter, card: Card): Promise<PlatformOrder> {
  const facts = await w.db.read(system(w.team, 'test'), (tx) => orderFacts(tx, card.id));
  if (!facts) throw new Error('an order vanished');
  const lineOff = facts.items.reduce((sum, { discountMinor }) => sum + discountMinor, 0);
  const record = hashed({
    externalId: card.id,
    number: card.number,
    url: card.url,
    status: card.status,
    sourceStatus: '',
    currency: card.currency,
    buyerExternalId: card.buyerId,
    lines: facts.items.map((item) => ({
      productExternalId: item.productId ?? '',
      variantExternalId: item.variantId ?? '',
      sku: item.sku,
      title: item.title,
      options: item.options,
      pictureUrl: item.pictureUrl,
      url: null,
      quantity: item.quantity,
      unitMinor: item.unitMinor,
      discountMinor: item.discountMinor,
      attributes: {},
    })),
    discountMinor: facts.discountMinor - lineOff,
    postageMinor: facts.postageMinor,
    totalMinor: facts.totalMinor,
    payments: card.payments.map((paid) => ({
      direction: paid.direction,
      kind: paid.kind,
      sourceKind: paid.sourceKind,
      methodExternalId: null,
      reference: `${paid.direction} ${paid.reference}`,
      amountMinor: paid.amountMinor,
      at: paid.at,
    })),
    address: facts.address,
    addressRaw: null,
    buyerNote: card.buyerNote,
    placedAt: card.placedAt,
    attributes: {},
  });
  const parcels = card.parcels.map((parcel) =>
    hashed({
      externalId: parcel.id,
      orderExternalId: card.id,
      carrier: parcel.carrier,
      carrierName: parcel.carrierName,
      number: parcel.number,
      status: parcel.status,
      sourceStatus: parcel.sourceStatus,
      promisedAt: parcel.promisedAt,
      deliveredAt: parcel.deliveredAt,
      variantExternalIds: [],
      steps: [],
      attributes: {},
    }),
  );
  return { externalId: card.id, version: instantOf(card.updatedAt), record, parcels, buyer: null };
}

const bodyOf = (order: Card, what: OrderWrite, reason: string): [Endpoint, object] | null => {
  const own = { orderId: order.id, reason };
  switch (what.kind) {
    case 'note':
      return [
        orders.addOrderRemark,
        { orderId: order.id, flag: 'none', text: `${what.text} ${reason}` },
      ];
    case 'address':
      return [orders.changeOrderAddress, { ...own, address: what.address }];
    case 'postage':
      return [orders.changeOrderPostage, { ...own, postageMinor: what.postageMinor }];
    case 'discount': {
      const discountMinor = order.totals.discountMinor + what.amountMinor;
      return [orders.changeOrderDiscount, { ...own, discountMinor }];
    }
    case 'items': {
      const changes = what.changes.map(({ lineNo, quantity, variantExternalId: variantId }) => ({
        lineNo,
        quantity,
        variantId,
      }));
      return [orders.changeOrderItems, { ...own, changes }];
    }
    case 'ship':
      return [orders.shipOrder, { ...own, carrier: what.carrier, number: what.number }];
    case 'refund': {
      const { amountMinor } = what;
      return [orders.refundOrder, { ...own, amountMinor, reasonCode: 'agreed' }];
    }
    case 'cancel':
      return [orders.cancelOrder, { ...own, reasonCode: 'other' }];
    default:
      return null;
  }
};

const no = (detail: string): Trouble => ({ trouble: 'no', detail });

/** Whether an act or a remark carries the write's mark. */
async function find(owner: Browser, orderId: string, what: OrderWrite, key: string) {
  const there = await owner.attempt(orders.getOrder, { orderId });
  if (!there.ok) return no(there.problem.code);
  if (what.kind === 'note')
    return there.value.remarks.some(({ text }) => text.includes(markOf(key)))
      ? { reference: null }
      : null;
  const { items } = await owner.call(orders.listOrderActs, { orderId });
  return items.some((act) => JSON.stringify([act.reason, act.params]).includes(markOf(key)))
    ? { reference: null }
    : null;
}

async function write(owner: Browser, orderId: string, what: OrderWrite, key: string) {
  const there = await owner.attempt(orders.getOrder, { orderId });
  if (!there.ok) return no(there.problem.code);
  const asked = bodyOf(there.value, what, markOf(key));
  if (!asked) return no('the built-in shop has no coupons');
  const done = await find(owner, orderId, what, key);
  if (done) return done;
  const told = await owner.attempt(asked[0], asked[1] as never, { idempotencyKey: key });
  return told.ok ? { reference: null } : no(told.problem.code);
}

async function products(owner: Browser): Promise<ProductRecord[]> {
  const { items } = await owner.call(catalog.searchProducts, { q: 'plate' });
  const found = await Promise.all(
    items.map(({ id }) => owner.call(catalog.getProduct, { productId: id })),
  );
  return found.map((product) =>
    hashed({
      externalId: product.id,
      title: product.title,
      status: product.status,
      currency: product.currency,
      description: '',
      aliases: [],
      pictures: [],
      url: product.url,
      variants: product.variants.map((variant) => ({
        externalId: variant.id,
        sku: variant.sku,
        options: variant.options,
        priceMinor: variant.priceMinor,
        stock: variant.stock,
        available: variant.available,
        pictureUrl: variant.pictureUrl,
        attributes: {},
      })),
      attributes: {},
    }),
  );
}

async function answer(w: AtCounter, owner: Browser, asked: Asked): Promise<unknown> {
  if (asked.ask === 'check') return null;
  if (asked.ask === 'products') return products(owner);
  if (asked.ask === 'find') return find(owner, asked.id, asked.what, asked.key);
  if (asked.ask === 'write') return write(owner, asked.id, asked.what, asked.key);
  if (asked.ask === 'order') {
    if (!uuid.test(asked.id)) return null;
    return recordOf(w, await owner.call(orders.getOrder, { orderId: asked.id }));
  }
  const { items } = await owner.call(orders.listOrders, { limit: 200 });
  const wanted = items
    .filter(({ updatedAt }) => updatedAt >= (asked.since ?? ''))
    .filter(({ buyerId }) => !asked.buyer || buyerId === asked.buyer);
  const cards = await Promise.all(
    wanted.map(({ id }) => owner.call(orders.getOrder, { orderId: id })),
  );
  return Promise.all(cards.map((card) => recordOf(w, card)));
}

const ask = async <T>({ reach, secrets }: Line, asked: Asked): Promise<T | Trouble> => {
  const reply = await reach({
    url: 'http://house.test',
    method: asked.ask === 'write' ? 'POST' : 'GET',
    headers: { authorization: secrets.key ?? '' },
    body: JSON.stringify(asked),
  });
  if (isRefusal(reply)) return { trouble: 'down', detail: 'no answer' };
  if (reply.status === 429)
    return { trouble: 'busy', detail: '', afterSeconds: Number(reply.headers['retry-after']) };
  if (reply.status === 401) return { trouble: 'denied', detail: 'the key is not known' };
  return JSON.parse(Buffer.from(reply.body).toString('utf8')) as T;
};

const page = <T>(told: readonly T[] | Trouble) =>
  isTrouble(told) ? told : { items: told, next: null };

const platformOf = (line: Line): Platform => ({
  check: () => ask(line, { ask: 'check' }),
  changedOrders: async (since) => page(await ask(line, { ask: 'orders', since })),
  ordersOfBuyer: (buyer) => ask(line, { ask: 'orders', since: null, buyer }),
  order: (id) => ask(line, { ask: 'order', id }),
  products: async () => page(await ask(line, { ask: 'products' })),
  write: (id, what, key) => ask(line, { ask: 'write', id, what, key }),
  find: (id, what, key) => ask(line, { ask: 'find', id, what, key }),
});

export const ownShop = (): Connector => ({
  kind: 'own',
  secrets: ['key'],
  capabilities: [
    'orders',
    'note',
    'address',
    'items',
    'postage',
    'discount',
    'ship',
    'refund',
    'cancel',
  ],
  open: platformOf,
  readHook: () => null,
});

/** The built-in shop with its door, and how somebody buys there. */
export async function openOwnShop() {
  const w = await atCounter(100_000);
  const owner = await w.as('何雅琴');
  const reply = (status: number, body: unknown): OutboundReply => ({
    status,
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
  });
  return {
    w,
    owner,
    async reach({ headers, body }: OutboundRequest): Promise<OutboundReply> {
      if (headers?.authorization !== 'known') return reply(401, null);
      return reply(200, await answer(w, owner, JSON.parse(String(body)) as Asked));
    },
    async buy() {
      const orderId = await w.placed(2);
      const payment = { orderId, kind: 'sandbox' as const, reference: `p-${orderId}` };
      await w.doing((tx) => payOrder(system(w.team, 'test'), tx, payment));
      return { id: orderId, buyer: w.buyer };
    },
  };
}
