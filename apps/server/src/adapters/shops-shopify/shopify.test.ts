import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { platforms } from '../../../test/platforms.ts';
import { openShopify, shopifySecrets } from '../../../test/shopify.ts';
import { newId } from '../../kernel/ids.ts';
import type { Line, OrderWrite } from '../../modules/connectors/ports.ts';
import {
  type Bench,
  connectorSuite,
  newAddress,
  type Sample,
} from '../../modules/connectors/suite.test-help.ts';
import { createShopify } from './connector.ts';

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
  { what: { kind: 'ship', carrier: '顺丰', number: 'SF1234567890', lines: null }, effect: 1 },
  { what: { kind: 'refund', amountMinor: 1500, reference: null, reason: 'late' }, effect: 1500 },
  { what: { kind: 'cancel', lines: null, reason: 'not wanted' }, effect: 1 },
  {
    what: { kind: 'coupon', amountMinor: 800, buyerExternalId: '77', name: '补偿', endsAt: null },
    effect: 1,
  },
];

async function open(): Promise<Bench> {
  const shop = await openShopify(folder ?? '');
  const line: Line = {
    id: newId(),
    url: 'https://tea.myshopify.com',
    secrets: shopifySecrets,
    options: {},
    currency: 'CNY',
    reach: shop.reach,
  };
  let coupons = 0;
  const orderOf = (id: string) => shop.book.get(`gid://shopify/Order/${id}`);
  const counts: Partial<Record<OrderWrite['kind'], (id: string) => number>> = {
    note: (id) => (orderOf(id)?.note ?? '').split('买家要求周末送货').length - 1,
    address: (id) => (orderOf(id)?.shippingAddress?.name === '赵一' ? 1 : 0),
    ship: (id) => orderOf(id)?.fulfillments.length ?? 0,
    refund: (id) =>
      (orderOf(id)?.transactions ?? [])
        .filter(({ kind }) => kind === 'REFUND')
        .reduce((sum, one) => sum + Math.round(Number(one.amountSet.shopMoney.amount) * 100), 0),
    cancel: (id) => (orderOf(id)?.cancelledAt ? 1 : 0),
    coupon: () => shop.coupons.length - coupons,
  };
  return {
    connector: createShopify(),
    line,
    wrongLine: { ...line, secrets: { accessToken: 'wrong' } },
    async buy() {
      coupons = shop.coupons.length;
      return shop.buy();
    },
    effect: async (id, what) => counts[what.kind]?.(id) ?? -1,
    samples: () => samples,
    isWrite: ({ body }) => typeof body === 'string' && body.includes('"query":"mutation'),
  };
}

if (folder === null)
  describe('the connector of Shopify', () => {
    it.skip(`is not tested against Shopify's schema: ${why}`, () => undefined);
  });
else connectorSuite('Shopify', open);

describe('what Shopify tells', () => {
  it('SHOP-12 is believed only with its signature, and names its order', () => {
    const { readHook } = createShopify();
    const body = Buffer.from('{"id":91,"order_id":17}');
    const signature = createHmac('sha256', 'whisper').update(body).digest('base64');
    const headers = (topic: string) => ({
      'x-shopify-topic': topic,
      'x-shopify-webhook-id': 'w-1',
      'x-shopify-hmac-sha256': signature,
    });
    const line = { secrets: shopifySecrets };
    expect(readHook(line, headers('orders/updated'), body)).toEqual({
      id: 'w-1',
      topic: 'orders/updated',
      orderExternalId: '91',
    });
    expect(readHook(line, headers('refunds/create'), body)?.orderExternalId).toBe('17');
    expect(readHook(line, headers('orders/updated'), Buffer.from('{"id":92}'))).toBeNull();
    expect(
      readHook({ secrets: { webhookSecret: '' } }, headers('orders/updated'), body),
    ).toBeNull();
  });
});
