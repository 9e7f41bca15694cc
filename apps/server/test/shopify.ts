import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ShopifyOrder } from '../src/adapters/shops-shopify/shapes.ts';
import type { OutboundReply, OutboundRequest } from '../src/kernel/outbound.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Kept = Mutable<ShopifyOrder>;

/** What is used of the package `graphql`, which stands with the platforms and not with the product. */
interface Graphql {
  buildClientSchema(told: unknown): object;
  graphql(asked: object): Promise<{ data?: unknown; errors?: readonly { message: string }[] }>;
}

/** A shop behind Shopify's whole published Admin schema: every request is validated against it, then carried out on a small book. */
export interface Shopify {
  readonly book: Map<string, Kept>;
  readonly coupons: string[];
  readonly reach: (request: OutboundRequest) => Promise<OutboundReply>;
  buy(): { id: string; buyer: string };
}

export const shopifySecrets = { accessToken: 'shpat_test', webhookSecret: 'whisper' };

const money = (amount: string) => ({ shopMoney: { amount } });
const gid = (kind: string, id: string | number) => `gid://shopify/${kind}/${id}`;
const noErrors: { field: string[] | null; message: string }[] = [];
const refused = (message: string) => ({ userErrors: [{ field: null, message }] });

function newBook() {
  const book = new Map<string, Kept>();
  let last = 1000;
  let clock = Date.parse('2026-05-01T00:00:00Z');
  const nextId = (): number => {
    last += 1;
    return last;
  };
  const tick = (): string => {
    clock += 1000;
    return new Date(clock).toISOString();
  };
  const touch = (order: Kept): void => {
    order.updatedAt = tick();
  };
  const line = (title: string, sku: string, quantity: number, price: string) => ({
    id: gid('LineItem', nextId()),
    title,
    sku,
    quantity,
    currentQuantity: quantity,
    variantTitle: null,
    originalUnitPriceSet: money(price),
    discountAllocations: [],
    image: null,
    variant: { legacyResourceId: String(nextId()) },
    product: { legacyResourceId: String(nextId()) },
  });
  const buy = () => {
    const [id, buyer] = [String(nextId()), String(nextId())];
    const at = tick();
    book.set(gid('Order', id), {
      id: gid('Order', id),
      legacyResourceId: id,
      name: `#${id}`,
      createdAt: at,
      updatedAt: at,
      cancelledAt: null,
      closedAt: null,
      currencyCode: 'CNY',
      note: 'Please ring',
      displayFinancialStatus: 'PAID',
      displayFulfillmentStatus: 'UNFULFILLED',
      statusPageUrl: 'https://shop.test/orders/1',
      currentTotalPriceSet: money('309.0'),
      currentShippingPriceSet: money('12.00'),
      customer: {
        legacyResourceId: buyer,
        displayName: 'Mei Lin',
        defaultEmailAddress: { emailAddress: 'mei@example.com' },
        defaultPhoneNumber: null,
      },
      shippingAddress: {
        name: '林小梅',
        address1: '人民路 1 号',
        address2: null,
        city: '成都市',
        province: '四川省',
        zip: '610000',
        countryCodeV2: 'CN',
        phone: null,
      },
      lineItems: { nodes: [line('Teapot', 'POT', 2, '129.00'), line('Cup', 'CUP', 1, '39.00')] },
      transactions: [
        {
          id: gid('OrderTransaction', nextId()),
          kind: 'SALE',
          status: 'SUCCESS',
          gateway: 'bogus',
          createdAt: at,
          amountSet: money('309.00'),
          parentTransaction: null,
        },
      ],
      refunds: [],
      fulfillments: [],
    });
    return { id, buyer };
  };
  return { book, buy, nextId, tick, touch };
}

type Book = ReturnType<typeof newBook>;

interface RefundAsked {
  readonly input: {
    readonly orderId: string;
    readonly note: string;
    readonly transactions: readonly { parentId: string; amount: string; gateway: string }[];
  };
}

function refund({ book, nextId, tick, touch }: Book, { input }: RefundAsked) {
  const order = book.get(input.orderId);
  if (!order) return refused('Order does not exist');
  for (const { parentId, amount } of input.transactions) {
    const paid = order.transactions.find(({ id }) => id === parentId);
    const back = order.transactions
      .filter((one) => one.parentTransaction?.id === parentId)
      .reduce((sum, one) => sum + Number(one.amountSet.shopMoney.amount), 0);
    if (Number(amount) > Number(paid?.amountSet.shopMoney.amount ?? 0) - back)
      return refused('Refund amount cannot be more than what is refundable');
  }
  const made = { id: gid('Refund', nextId()), note: input.note, createdAt: tick() };
  order.refunds = [...order.refunds, made];
  order.transactions = [
    ...order.transactions,
    ...input.transactions.map(({ parentId, amount, gateway }) => ({
      id: gid('OrderTransaction', nextId()),
      kind: 'REFUND',
      status: 'SUCCESS',
      gateway,
      createdAt: tick(),
      amountSet: money(amount),
      parentTransaction: { id: parentId },
    })),
  ];
  order.displayFinancialStatus = 'PARTIALLY_REFUNDED';
  touch(order);
  return { refund: made, userErrors: noErrors };
}

interface UpdateAsked {
  readonly input: {
    readonly id: string;
    readonly note?: string;
    readonly shippingAddress?: Record<string, string>;
  };
}

function update({ book, touch }: Book, { input }: UpdateAsked) {
  const order = book.get(input.id);
  if (!order) return refused('Order does not exist');
  const { note, shippingAddress: to } = input;
  if (note !== undefined) order.note = note;
  if (to && order.shippingAddress)
    order.shippingAddress = {
      ...order.shippingAddress,
      name: `${to.firstName ?? ''} ${to.lastName ?? ''}`.trim(),
      address1: to.address1 ?? null,
      address2: to.address2 || null,
      city: to.city ?? null,
      province: to.province ?? null,
      zip: to.zip ?? null,
      phone: to.phone ?? null,
    };
  touch(order);
  return { order, userErrors: noErrors };
}

const lineOfFulfilment = (id: string): string => id.replace('FulfillmentOrderLineItem', 'LineItem');

const fulfilmentOrders = (order: Kept) => ({
  nodes: [
    {
      id: order.id.replace('Order', 'FulfillmentOrder'),
      status: order.fulfillments.length > 0 ? 'CLOSED' : 'OPEN',
      lineItems: {
        nodes: order.lineItems.nodes.map((line) => ({
          id: line.id.replace('LineItem', 'FulfillmentOrderLineItem'),
          remainingQuantity: order.fulfillments.length > 0 ? 0 : line.currentQuantity,
          lineItem: line,
        })),
      },
    },
  ],
});

interface ParcelAsked {
  readonly fulfillment: {
    readonly lineItemsByFulfillmentOrder: readonly {
      readonly fulfillmentOrderId: string;
      readonly fulfillmentOrderLineItems: readonly { id: string; quantity: number }[];
    }[];
    readonly trackingInfo: { readonly company: string; readonly number: string };
  };
}

function fulfil({ book, nextId, tick, touch }: Book, { fulfillment }: ParcelAsked) {
  const [group] = fulfillment.lineItemsByFulfillmentOrder;
  const order = book.get((group?.fulfillmentOrderId ?? '').replace('FulfillmentOrder', 'Order'));
  if (!group || !order || order.fulfillments.length > 0)
    return refused('Fulfillment order is closed');
  const at = tick();
  const made = {
    id: gid('Fulfillment', nextId()),
    legacyResourceId: String(nextId()),
    status: 'SUCCESS',
    displayStatus: 'FULFILLED',
    createdAt: at,
    updatedAt: at,
    deliveredAt: null,
    trackingInfo: [fulfillment.trackingInfo],
    fulfillmentLineItems: {
      nodes: group.fulfillmentOrderLineItems.map(({ id, quantity }) => ({
        lineItem: { id: lineOfFulfilment(id) },
        quantity,
      })),
    },
  };
  order.fulfillments = [made];
  order.displayFulfillmentStatus = 'FULFILLED';
  touch(order);
  return { fulfillment: made, userErrors: noErrors };
}

const pageOf = <T>(nodes: readonly T[]) => ({
  nodes,
  pageInfo: { hasNextPage: false, endCursor: null },
});

const product = {
  legacyResourceId: '11',
  title: 'Teapot',
  status: 'ACTIVE',
  description: '',
  onlineStoreUrl: null,
  featuredMedia: null,
  variants: {
    nodes: [
      {
        legacyResourceId: '12',
        sku: 'POT',
        price: '129.00',
        inventoryQuantity: 5,
        availableForSale: true,
        selectedOptions: [{ name: 'Colour', value: 'Blue' }],
      },
    ],
  },
};

function rootOf(shop: Book, coupons: string[]) {
  const { book } = shop;
  return {
    shop: { id: gid('Shop', 1), currencyCode: 'CNY' },
    order: ({ id }: { id: string }) => {
      const order = book.get(id);
      return order ? { ...order, fulfillmentOrders: fulfilmentOrders(order) } : null;
    },
    orders: ({ query = '' }: { query?: string }) => {
      const since = /updated_at:>='([^']+)'/.exec(query)?.[1] ?? '';
      const customer = /customer_id:(\d+)/.exec(query)?.[1];
      const found = [...book.values()]
        .filter(({ updatedAt }) => updatedAt >= since)
        .filter((order) => !customer || order.customer?.legacyResourceId === customer);
      return pageOf(found.sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1)));
    },
    products: () => pageOf([product]),
    codeDiscountNodeByCode: ({ code }: { code: string }) =>
      coupons.includes(code) ? { id: gid('DiscountCodeNode', 1) } : null,
    discountCodeBasicCreate: ({
      basicCodeDiscount: { code },
    }: {
      basicCodeDiscount: { code: string };
    }) => {
      coupons.push(code);
      return { codeDiscountNode: { id: gid('DiscountCodeNode', 1) }, userErrors: noErrors };
    },
    orderUpdate: (asked: UpdateAsked) => update(shop, asked),
    refundCreate: (asked: RefundAsked) => refund(shop, asked),
    fulfillmentCreate: (asked: ParcelAsked) => fulfil(shop, asked),
    orderCancel: ({ orderId }: { orderId: string }) => {
      const order = book.get(orderId);
      if (order) {
        order.cancelledAt = shop.tick();
        shop.touch(order);
      }
      return { job: { id: gid('Job', 1) }, orderCancelUserErrors: noErrors };
    },
  };
}

/** Opens the shop; `folder` is where the platforms are installed. */
export async function openShopify(folder: string): Promise<Shopify> {
  const told = gunzipSync(readFileSync(join(folder, 'shopify-admin.json.gz'))).toString('utf8');
  const { buildClientSchema, graphql } = (await import(
    join(folder, 'node_modules/graphql/index.js')
  )) as Graphql;
  const { data } = JSON.parse(told) as { data: unknown };
  const schema = buildClientSchema(data);
  const shop = newBook();
  const coupons: string[] = [];
  const rootValue = rootOf(shop, coupons);
  const reply = (status: number, body: unknown): OutboundReply => ({
    status,
    headers: {},
    body: Buffer.from(JSON.stringify(body)),
  });
  return {
    book: shop.book,
    coupons,
    buy: shop.buy,
    async reach({ url, headers, body }) {
      if (headers?.['x-shopify-access-token'] !== shopifySecrets.accessToken)
        return reply(401, { errors: '[API] Invalid API key or access token' });
      if (!url.endsWith('/admin/api/2026-07/graphql.json')) return reply(404, {});
      const { query, variables } = JSON.parse(String(body)) as { query: string; variables: object };
      const answer = await graphql({ schema, source: query, variableValues: variables, rootValue });
      return reply(200, answer);
    },
  };
}
