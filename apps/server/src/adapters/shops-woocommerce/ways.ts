import {
  isTrouble,
  type OrderWrite,
  type Trouble,
  type WriteKind,
  type Written,
} from '../../modules/connectors/ports.ts';
import { decimalOf, marked, markOf } from '../shops-http/records.ts';
import type { Rest } from './rest.ts';
import type { WooMeta, WooNote, WooOrder, WooRefund } from './shapes.ts';

export type WriteOf<K extends WriteKind> = Extract<OrderWrite, { kind: K }>;

interface Step<W> {
  readonly rest: Rest;
  readonly order: WooOrder;
  readonly what: W;
  readonly key: string;
}

interface Way<W> {
  find(step: Step<W>): Promise<Written | null | Trouble>;
  apply(step: Step<W>): Promise<Trouble | null>;
}

const done = async (asked: ReturnType<Rest>): Promise<Trouble | null> => {
  const told = await asked;
  return isTrouble(told) ? told : null;
};

const metaKey = (key: string): string => `_guitai_${markOf(key).slice(1)}`;
const metaOf = (key: string): WooMeta[] => [{ key: metaKey(key), value: key }];
const carries = (meta: readonly WooMeta[], key: string): boolean =>
  meta.some((one) => one.key === metaKey(key));

const note: Way<WriteOf<'note'>> = {
  async find({ rest, order, key }) {
    const told = await rest<WooNote[]>('GET', `/orders/${order.id}/notes?type=internal`);
    if (isTrouble(told)) return told;
    const found = told.body.find((one) => one.note.includes(markOf(key)));
    return found ? { reference: String(found.id) } : null;
  },
  apply: ({ rest, order, what, key }) =>
    done(
      rest('POST', `/orders/${order.id}/notes`, {
        note: marked(what.text, key),
        customer_note: false,
      }),
    ),
};

const address: Way<WriteOf<'address'>> = {
  find: async ({ order, key }) => (carries(order.meta_data, key) ? { reference: null } : null),
  apply: ({ rest, order, what: { address: to }, key }) =>
    done(
      rest('PUT', `/orders/${order.id}`, {
        shipping: {
          first_name: to.name,
          last_name: '',
          phone: to.phone,
          address_1: [to.district, to.street].filter(Boolean).join(' '),
          address_2: '',
          city: to.city,
          state: to.province,
          postcode: to.postcode,
          country: to.country || order.shipping.country || order.billing.country,
        },
        meta_data: metaOf(key),
      }),
    ),
};

const refund: Way<WriteOf<'refund'>> = {
  async find({ rest, order, key }) {
    const told = await rest<WooRefund[]>('GET', `/orders/${order.id}/refunds?per_page=100`);
    if (isTrouble(told)) return told;
    const found = told.body.find((one) => carries(one.meta_data, key));
    return found ? { reference: String(found.id) } : null;
  },
  apply: ({ rest, order, what, key }) =>
    done(
      rest('POST', `/orders/${order.id}/refunds`, {
        amount: decimalOf(what.amountMinor, order.currency),
        reason: what.reason,
        api_refund: true,
        meta_data: metaOf(key),
      }),
    ),
};

const cancel: Way<WriteOf<'cancel'>> = {
  find: async ({ order }) => (order.status === 'cancelled' ? { reference: null } : null),
  apply: async ({ rest, order, what, key }) =>
    what.lines
      ? { trouble: 'no', detail: 'WooCommerce cancels whole orders only' }
      : done(rest('PUT', `/orders/${order.id}`, { status: 'cancelled', meta_data: metaOf(key) })),
};

const codeOf = (key: string): string => `gt${key.replaceAll('-', '').slice(-12)}`;

const coupon: Way<WriteOf<'coupon'>> = {
  async find({ rest, key }) {
    const told = await rest<{ code: string }[]>('GET', `/coupons?code=${codeOf(key)}`);
    if (isTrouble(told)) return told;
    return told.body[0] ? { reference: codeOf(key) } : null;
  },
  apply: ({ rest, order, what, key }) =>
    done(
      rest('POST', '/coupons', {
        code: codeOf(key),
        discount_type: 'fixed_cart',
        amount: decimalOf(what.amountMinor, order.currency),
        description: what.name,
        usage_limit: 1,
        individual_use: false,
        ...(what.endsAt ? { date_expires_gmt: what.endsAt.slice(0, 19) } : {}),
        ...(order.billing.email ? { email_restrictions: [order.billing.email] } : {}),
      }),
    ),
};

const ways = { note, address, refund, cancel, coupon };

/** What WooCommerce can do by itself; of parcels, lines and prices of a paid order it keeps no book. */
export const wooWrites = Object.keys(ways) as (keyof typeof ways)[];

export const wayOf = (kind: WriteKind): Way<OrderWrite> | null =>
  (ways as unknown as Partial<Record<WriteKind, Way<OrderWrite>>>)[kind] ?? null;
