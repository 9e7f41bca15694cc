import { describe, it } from 'vitest';
import { platforms, startVendure, type Vendure } from '../../../test/platforms.ts';
import { newId } from '../../kernel/ids.ts';
import { outbound } from '../../kernel/outbound.ts';
import type { Line, OrderWrite } from '../../modules/connectors/ports.ts';
import {
  type Bench,
  connectorSuite,
  newAddress,
  type Sample,
} from '../../modules/connectors/suite.test-help.ts';
import { createVendure } from './connector.ts';

const { folder, why } = await platforms();

const samples: readonly Sample[] = [
  { what: { kind: 'note', text: '买家要求周末送货' }, effect: 1 },
  {
    what: {
      kind: 'address',
      address: newAddress,
    },
    effect: 1,
  },
  { what: { kind: 'postage', postageMinor: 500, wasMinor: 1200 }, effect: -700 },
  { what: { kind: 'discount', amountMinor: 1000, name: '老客户' }, effect: -1000 },
  {
    what: { kind: 'items', changes: [{ lineNo: 1, quantity: 1, variantExternalId: '2' }] },
    effect: 2,
  },
  { what: { kind: 'ship', carrier: '顺丰', number: 'SF1234567890', lines: null }, effect: 1 },
  { what: { kind: 'refund', amountMinor: 1500, reference: null, reason: 'late' }, effect: 1500 },
  { what: { kind: 'cancel', lines: null, reason: 'not wanted' }, effect: 1 },
  {
    what: { kind: 'coupon', amountMinor: 800, buyerExternalId: null, name: '补偿', endsAt: null },
    effect: 1,
  },
];

interface Book {
  readonly order: {
    readonly state: string;
    readonly lines: readonly { quantity: number; productVariant: { id: string } }[];
    readonly surcharges: readonly { sku: string; priceWithTax: number }[];
    readonly shippingAddress: { fullName: string };
    readonly payments: readonly { refunds: readonly { total: number }[] }[];
    readonly fulfillments: readonly { trackingCode: string; state: string }[];
    readonly modifications: readonly object[];
    readonly history: { readonly items: readonly { type: string }[] };
  };
  readonly promotions: { readonly totalItems: number };
}

const bookQuery = `query($id: ID!) { order(id: $id) { state lines { quantity productVariant { id } } surcharges { sku priceWithTax }
  shippingAddress { fullName } payments { refunds { total } } fulfillments { trackingCode state } modifications { id }
  history(options: { take: 500 }) { items { type } } } promotions { totalItems } }`;

/** Counts in Vendure's own book; coupons are counted from the start of each order. */
async function effectOf(shop: Vendure, id: string, what: OrderWrite, coupons: number) {
  const { order, promotions } = await shop.admin<Book>(bookQuery, { id });
  const surcharges = order.surcharges.reduce((sum, one) => sum + one.priceWithTax, 0);
  const refunds = order.payments.flatMap((p) => p.refunds).reduce((sum, r) => sum + r.total, 0);
  const counts: Record<OrderWrite['kind'], () => number> = {
    note: () => order.history.items.filter(({ type }) => type === 'ORDER_NOTE').length,
    address: () => (order.shippingAddress.fullName === '赵一' ? order.modifications.length : 0),
    postage: () => surcharges,
    discount: () => surcharges,
    items: () => order.lines.find((l) => l.productVariant.id === '2')?.quantity ?? 0,
    ship: () => order.fulfillments.filter(({ state }) => state === 'Shipped').length,
    refund: () => refunds,
    cancel: () => (order.state === 'Cancelled' ? 1 : 0),
    coupon: () => promotions.totalItems - coupons,
  };
  return counts[what.kind]();
}

async function open(): Promise<Bench> {
  const shop = await startVendure(folder ?? '');
  const settings = { allowed: [shop.host], timeoutMs: 20_000 };
  const line: Line = {
    id: newId(),
    url: shop.url,
    secrets: { username: 'superadmin', password: 'superadmin' },
    options: {},
    currency: 'CNY',
    reach: (request) => outbound(request, settings),
  };
  let coupons = 0;
  let n = 0;
  return {
    connector: createVendure(),
    line,
    wrongLine: { ...line, id: newId(), secrets: { username: 'superadmin', password: 'wrong' } },
    async buy() {
      n += 1;
      const { id, customer } = await shop.buy(`mei${n}@example.com`);
      const { promotions } = await shop.admin<Pick<Book, 'promotions'>>(
        '{ promotions { totalItems } }',
      );
      coupons = promotions.totalItems;
      return { id, buyer: customer };
    },
    effect: (id, what) => effectOf(shop, id, what, coupons),
    samples: () => samples,
    isWrite: ({ body }) =>
      typeof body === 'string' && /"query":"mutation/.test(body) && !body.includes('login('),
    close: () => shop.stop(),
  };
}

if (folder === null)
  describe('the connector of Vendure', () => {
    it.skip(`is not tested against a real Vendure: ${why}`, () => undefined);
  });
else connectorSuite('Vendure', open);
