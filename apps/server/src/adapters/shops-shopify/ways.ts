import {
  isTrouble,
  type OrderWrite,
  type Trouble,
  type WriteKind,
  type Written,
} from '../../modules/connectors/ports.ts';
import { decimalOf, marked, markOf } from '../shops-http/records.ts';
import { linesOf, paymentsOf } from './order.ts';
import * as queries from './queries.ts';
import type { ShopifyOrder } from './shapes.ts';

export type Send = <T>(query: string, variables?: object) => Promise<T | Trouble>;
type WriteOf<K extends WriteKind> = Extract<OrderWrite, { kind: K }>;

interface Step<W> {
  readonly send: Send;
  readonly order: ShopifyOrder;
  readonly what: W;
  readonly key: string;
}

interface Way<W> {
  find(step: Step<W>): Promise<Written | null | Trouble>;
  apply(step: Step<W>): Promise<Trouble | null>;
}

interface UserErrors {
  readonly userErrors?: readonly { readonly message: string }[];
  readonly orderCancelUserErrors?: readonly { readonly message: string }[];
}

/** Sends a mutation; what Shopify says against it is its decision. */
async function mutate(send: Send, query: string, variables: object): Promise<Trouble | null> {
  const told = await send<Record<string, UserErrors>>(query, variables);
  if (isTrouble(told)) return told;
  const errors = Object.values(told).flatMap((part) => [
    ...(part?.userErrors ?? []),
    ...(part?.orderCancelUserErrors ?? []),
  ]);
  const [first] = errors;
  return first ? { trouble: 'no', detail: first.message } : null;
}

const note: Way<WriteOf<'note'>> = {
  find: async ({ order, key }) => (order.note?.includes(markOf(key)) ? { reference: null } : null),
  apply: ({ send, order, what, key }) => {
    const text = [order.note, marked(what.text, key)].filter(Boolean).join('\n');
    return mutate(send, queries.updateOrder, { input: { id: order.id, note: text } });
  },
};

/** An address is its own trace: it is there or it is not. */
const addressInput = ({ address: to }: WriteOf<'address'>) => ({
  firstName: '',
  lastName: to.name,
  phone: to.phone,
  address1: [to.district, to.street].filter(Boolean).join(' '),
  address2: '',
  city: to.city,
  province: to.province,
  zip: to.postcode,
  ...(/^[A-Z]{2}$/.test(to.country) ? { countryCode: to.country } : {}),
});

const address: Way<WriteOf<'address'>> = {
  async find({ order, what }) {
    const [wanted, now] = [addressInput(what), order.shippingAddress];
    const same =
      now?.address1 === wanted.address1 &&
      (now.city ?? '') === wanted.city &&
      (now.zip ?? '') === wanted.zip &&
      (now.name ?? '').trim() === wanted.lastName;
    return same ? { reference: null } : null;
  },
  apply: ({ send, order, what }) =>
    mutate(send, queries.updateOrder, {
      input: { id: order.id, shippingAddress: addressInput(what) },
    }),
};

const refund: Way<WriteOf<'refund'>> = {
  async find({ order, key }) {
    const found = order.refunds.find((one) => one.note?.includes(markOf(key)));
    return found ? { reference: found.id } : null;
  },
  async apply({ send, order, what, key }) {
    let open = what.amountMinor;
    const transactions = paymentsOf(order).flatMap(({ payment, leftMinor }) => {
      const part = Math.min(open, leftMinor);
      if (part <= 0 || (what.reference !== null && what.reference !== payment.id)) return [];
      open -= part;
      const amount = decimalOf(part, order.currencyCode);
      const gateway = payment.gateway ?? '';
      return [{ orderId: order.id, parentId: payment.id, kind: 'REFUND', gateway, amount }];
    });
    if (open > 0) return { trouble: 'no', detail: 'more than was paid and not yet given back' };
    const input = { orderId: order.id, note: marked(what.reason, key), transactions };
    return mutate(send, queries.createRefund, { input, key });
  },
};

const cancel: Way<WriteOf<'cancel'>> = {
  find: async ({ order }) => (order.cancelledAt ? { reference: null } : null),
  async apply({ send, order, what, key }) {
    if (what.lines) return { trouble: 'no', detail: 'Shopify cancels whole orders only' };
    const staffNote = marked(what.reason, key);
    const variables = { orderId: order.id, reason: 'CUSTOMER', staffNote };
    return mutate(send, queries.cancelOrder, variables);
  },
};

interface OpenFulfilments {
  readonly order: {
    readonly fulfillmentOrders: {
      readonly nodes: readonly {
        readonly id: string;
        readonly status: string;
        readonly lineItems: {
          readonly nodes: readonly {
            readonly id: string;
            readonly remainingQuantity: number;
            readonly lineItem: { readonly id: string };
          }[];
        };
      }[];
    };
  } | null;
}

/** What is still to be sent, fulfilment order by fulfilment order, as far as it is wanted. */
function parcelLines(order: ShopifyOrder, told: OpenFulfilments, what: WriteOf<'ship'>) {
  const held = linesOf(order);
  const wanted = new Map(
    what.lines?.map(({ lineNo, quantity }) => [held[lineNo - 1]?.id ?? '', quantity]),
  );
  return (told.order?.fulfillmentOrders.nodes ?? [])
    .filter(({ status }) => status === 'OPEN' || status === 'IN_PROGRESS')
    .map(({ id, lineItems }) => ({
      fulfillmentOrderId: id,
      fulfillmentOrderLineItems: lineItems.nodes
        .map((line) => ({
          id: line.id,
          quantity: what.lines
            ? Math.min(wanted.get(line.lineItem.id) ?? 0, line.remainingQuantity)
            : line.remainingQuantity,
        }))
        .filter(({ quantity }) => quantity > 0),
    }))
    .filter(({ fulfillmentOrderLineItems: lines }) => lines.length > 0);
}

const ship: Way<WriteOf<'ship'>> = {
  async find({ order, what }) {
    const found = order.fulfillments.find(
      ({ status, trackingInfo }) =>
        status !== 'CANCELLED' && trackingInfo.some(({ number }) => number === what.number),
    );
    return found ? { reference: found.legacyResourceId } : null;
  },
  async apply({ send, order, what }) {
    const told = await send<OpenFulfilments>(queries.openFulfilments, { id: order.id });
    if (isTrouble(told)) return told;
    const lineItemsByFulfillmentOrder = parcelLines(order, told, what);
    if (lineItemsByFulfillmentOrder.length === 0)
      return { trouble: 'no', detail: 'nothing is left to be sent' };
    const trackingInfo = { company: what.carrier, number: what.number };
    const fulfillment = { lineItemsByFulfillmentOrder, trackingInfo, notifyCustomer: true };
    return mutate(send, queries.createFulfilment, { fulfillment });
  },
};

const codeOf = (key: string): string => `GT${key.replaceAll('-', '').slice(-12).toUpperCase()}`;

const coupon: Way<WriteOf<'coupon'>> = {
  async find({ send, key }) {
    const told = await send<{ codeDiscountNodeByCode: object | null }>(queries.findCoupon, {
      code: codeOf(key),
    });
    if (isTrouble(told)) return told;
    return told.codeDiscountNodeByCode ? { reference: codeOf(key) } : null;
  },
  apply: ({ send, order, what, key }) =>
    mutate(send, queries.createCoupon, {
      discount: {
        title: what.name,
        code: codeOf(key),
        startsAt: new Date().toISOString(),
        ...(what.endsAt ? { endsAt: what.endsAt } : {}),
        usageLimit: 1,
        appliesOncePerCustomer: true,
        context: what.buyerExternalId
          ? { customers: { add: [`gid://shopify/Customer/${what.buyerExternalId}`] } }
          : { all: 'ALL' },
        customerGets: {
          items: { all: true },
          value: {
            discountAmount: {
              amount: decimalOf(what.amountMinor, order.currencyCode),
              appliesOnEachItem: false,
            },
          },
        },
      },
    }),
};

const ways = { note, address, ship, refund, cancel, coupon };

/** What Shopify can do by itself; prices and postage of an order that is placed it changes only by money back. */
export const shopifyWrites = Object.keys(ways) as (keyof typeof ways)[];

export const wayOf = (kind: WriteKind): Way<OrderWrite> | null =>
  (ways as unknown as Partial<Record<WriteKind, Way<OrderWrite>>>)[kind] ?? null;
