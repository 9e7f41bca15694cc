import { orders, type TSchema, wordsOf } from '@guitai/contract';

/** What one of our fields takes. `max` is a length in characters or, for whole numbers, the largest. */
export type Field =
  | { readonly type: 'text'; readonly max: number; readonly required?: true }
  | { readonly type: 'money'; readonly required?: true }
  | {
      readonly type: 'integer';
      readonly min: number;
      readonly max: number;
      readonly required?: true;
    }
  | { readonly type: 'boolean' }
  | { readonly type: 'time'; readonly required?: true }
  | { readonly type: 'word'; readonly words: readonly string[]; readonly required?: true }
  | { readonly type: 'texts'; readonly max: number; readonly most: number }
  | { readonly type: 'options' }
  | { readonly type: 'any' }
  | { readonly type: 'object'; readonly of: Fields }
  | {
      readonly type: 'list';
      readonly of: Fields;
      readonly most: number;
      /** Its entries have attributes of their own; elsewhere what is left goes to the record's. */
      readonly keeps?: true;
    };

export type Fields = Readonly<Record<string, Field>>;

const text = (max: number) => ({ type: 'text', max }) as const;
const key = { type: 'text', max: 200, required: true } as const;
const url = text(2000);

const address = {
  type: 'object',
  of: {
    name: text(100),
    phone: text(40),
    country: text(60),
    province: text(60),
    city: text(60),
    district: text(60),
    street: text(300),
    postcode: text(20),
    raw: text(1000),
  },
} as const;

const words = (of: TSchema) => ({ type: 'word', words: wordsOf(of) }) as const;

/** Our fields for each kind of record. `attributes` takes whatever of the source no field has read. */
export const targets = {
  products: {
    externalId: key,
    title: { type: 'text', max: 500, required: true },
    status: { type: 'word', words: ['on_sale', 'off_sale', 'out_of_stock'] },
    currency: text(3),
    description: text(200_000),
    aliases: { type: 'texts', max: 100, most: 50 },
    pictures: { type: 'texts', max: 2000, most: 50 },
    url,
    variants: {
      type: 'list',
      most: 500,
      keeps: true,
      of: {
        externalId: key,
        sku: text(200),
        options: { type: 'options' },
        price: { type: 'money', required: true },
        stock: { type: 'integer', min: 0, max: 1_000_000_000 },
        available: { type: 'boolean' },
        pictureUrl: url,
      },
    },
  },
  buyers: {
    externalId: key,
    name: text(100),
    phone: text(40),
    country: text(2),
    email: text(254),
    level: text(40),
    locale: text(20),
    addresses: { type: 'list', most: 50, of: address.of },
    paymentMethods: {
      type: 'list',
      most: 50,
      keeps: true,
      of: {
        externalId: key,
        kind: { ...words(orders.PaymentKind), required: true },
        sourceKind: text(100),
        label: text(100),
        balance: { type: 'money' },
        currency: text(3),
      },
    },
  },
  orders: {
    externalId: key,
    number: text(100),
    url,
    status: { ...words(orders.OrderStatus), required: true },
    sourceStatus: text(100),
    currency: text(3),
    buyerExternalId: text(200),
    lines: {
      type: 'list',
      most: 500,
      keeps: true,
      of: {
        productExternalId: text(200),
        variantExternalId: text(200),
        sku: text(200),
        title: text(500),
        options: { type: 'options' },
        pictureUrl: url,
        url,
        quantity: { type: 'integer', min: 1, max: 1_000_000, required: true },
        unit: { type: 'money', required: true },
        discount: { type: 'money' },
      },
    },
    discount: { type: 'money' },
    postage: { type: 'money' },
    total: { type: 'money' },
    payments: {
      type: 'list',
      most: 200,
      of: {
        direction: { type: 'word', words: ['payment', 'refund'] },
        kind: words(orders.PaymentKind),
        sourceKind: text(100),
        methodExternalId: text(200),
        reference: text(200),
        amount: { type: 'money', required: true },
        at: { type: 'time' },
      },
    },
    address,
    buyerNote: text(2000),
    placedAt: { type: 'time' },
  },
  parcels: {
    externalId: key,
    orderExternalId: key,
    carrier: text(100),
    carrierName: text(100),
    number: text(100),
    status: words(orders.ParcelStatus),
    sourceStatus: text(100),
    promisedAt: { type: 'time' },
    deliveredAt: { type: 'time' },
    variantExternalIds: { type: 'texts', max: 200, most: 500 },
    steps: {
      type: 'list',
      most: 1000,
      of: {
        at: { type: 'time' },
        status: words(orders.ParcelStatus),
        sourceStatus: text(100),
        text: text(1000),
        place: text(200),
        operator: text(100),
      },
    },
  },
  knowledge: {
    externalId: key,
    productExternalId: text(200),
    topic: text(100),
    title: { type: 'text', max: 500, required: true },
    body: { type: 'text', max: 200_000, required: true },
  },
  reviews: {
    externalId: key,
    productExternalId: text(200),
    orderNumber: text(200),
    sku: text(200),
    buyerExternalId: text(200),
    author: text(100),
    rating: { type: 'integer', min: 1, max: 5, required: true },
    words: text(2000),
    pictures: { type: 'texts', max: 2000, most: 20 },
    postedAt: { type: 'time', required: true },
    reply: text(2000),
    repliedAt: { type: 'time' },
  },
  orderRecords: {
    orderExternalId: key,
    topic: { type: 'text', max: 100, required: true },
    data: { type: 'any' },
  },
} as const satisfies Record<string, Fields>;

export type Kind = keyof typeof targets;
