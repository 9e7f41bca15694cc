import { describe, expect, it } from 'vitest';
import { openWoo, wooSecrets } from '../../../test/woocommerce.ts';
import { newId } from '../../kernel/ids.ts';
import { outbound } from '../../kernel/outbound.ts';
import type { Line, OrderWrite } from '../../modules/connectors/ports.ts';
import {
  type Bench,
  connectorSuite,
  newAddress,
  type Sample,
} from '../../modules/connectors/suite.test-help.ts';
import { createWooCommerce } from './connector.ts';

const samples: readonly Sample[] = [
  { what: { kind: 'note', text: '买家要求周末送货' }, effect: 1 },
  {
    what: {
      kind: 'address',
      address: newAddress,
    },
    effect: 1,
  },
  { what: { kind: 'refund', amountMinor: 1500, reference: null, reason: 'late' }, effect: 1500 },
  { what: { kind: 'cancel', lines: null, reason: 'not wanted' }, effect: 1 },
  {
    what: { kind: 'coupon', amountMinor: 800, buyerExternalId: null, name: '补偿', endsAt: null },
    effect: 1,
  },
];

async function open(): Promise<Bench> {
  const woo = await openWoo();
  const settings = { allowed: [woo.host], timeoutMs: 5_000 };
  const line: Line = {
    id: newId(),
    url: woo.url,
    secrets: wooSecrets,
    options: {},
    currency: 'CNY',
    reach: (request) => outbound(request, settings),
  };
  let coupons = 0;
  const counts: Partial<Record<OrderWrite['kind'], (id: number) => number>> = {
    note: (id) => woo.book.get(id)?.notes.length ?? 0,
    address: (id) => (woo.book.get(id)?.order.shipping.first_name === '赵一' ? 1 : 0),
    refund: (id) =>
      (woo.book.get(id)?.refunds ?? []).reduce(
        (sum, r) => sum + Math.round(Number(r.amount) * 100),
        0,
      ),
    cancel: (id) => (woo.book.get(id)?.order.status === 'cancelled' ? 1 : 0),
    coupon: () => woo.coupons.length - coupons,
  };
  return {
    connector: createWooCommerce(),
    line,
    wrongLine: { ...line, secrets: { ...wooSecrets, consumerSecret: 'wrong' } },
    async buy() {
      coupons = woo.coupons.length;
      return woo.buy();
    },
    effect: async (id, what) => counts[what.kind]?.(Number(id)) ?? -1,
    samples: () => samples,
    isWrite: ({ method }) => method !== 'GET',
    close: () => woo.close(),
  };
}

connectorSuite('WooCommerce', open);

describe('what WooCommerce tells', () => {
  it('SHOP-12 is believed only with its signature, and names its order', async () => {
    const woo = await openWoo();
    const { readHook } = createWooCommerce();
    const body = Buffer.from('{"id":17,"status":"completed"}');
    const headers = {
      'x-wc-webhook-topic': 'order.updated',
      'x-wc-webhook-delivery-id': 'd-1',
      'x-wc-webhook-signature': woo.signed(body.toString()),
    };
    const line = { secrets: wooSecrets };
    expect(readHook(line, headers, body)).toEqual({
      id: 'd-1',
      topic: 'order.updated',
      orderExternalId: '17',
    });
    expect(readHook(line, headers, Buffer.from('{"id":18}'))).toBeNull();
    expect(readHook({ secrets: {} }, headers, body)).toBeNull();
    expect(readHook(line, { ...headers, 'x-wc-webhook-signature': '' }, body)).toBeNull();
    await woo.close();
  });
});
