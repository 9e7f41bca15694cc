import { orders } from '@guitai/contract';
import { address } from '../../../test/counter.ts';
import { openOwnShop, ownShop } from '../../../test/own-shop.ts';
import { newId } from '../../kernel/ids.ts';
import type { Line, OrderWrite } from './ports.ts';
import { type Bench, connectorSuite } from './suite.test-help.ts';

const street = '文三路 90 号';

/** Connector zero: what every platform must keep, the built-in shop keeps. It has no coupons yet. */
async function open(): Promise<Bench> {
  const shop = await openOwnShop();
  const line: Line = {
    id: newId(),
    url: '',
    secrets: { key: 'known' },
    options: {},
    currency: 'CNY',
    reach: shop.reach,
  };
  const card = (orderId: string) => shop.owner.call(orders.getOrder, { orderId });
  const acts = async (orderId: string, kind: string) =>
    (await shop.owner.call(orders.listOrderActs, { orderId })).items.filter(
      (act) => act.kind === kind,
    ).length;
  const counts: Partial<Record<OrderWrite['kind'], (id: string) => Promise<number>>> = {
    note: async (id) => (await card(id)).remarks.length,
    address: (id) => acts(id, 'address_changed'),
    items: async (id) => (await card(id)).lines[0]?.quantity ?? 0,
    postage: async (id) => (await card(id)).totals.postageMinor,
    discount: async (id) => (await card(id)).totals.discountMinor,
    ship: async (id) => (await card(id)).parcels.length,
    refund: async (id) => (await card(id)).totals.refundedMinor,
    cancel: async (id) => ((await card(id)).status === 'cancelled' ? 1 : 0),
  };
  return {
    connector: ownShop(),
    line,
    wrongLine: { ...line, secrets: { key: 'wrong' } },
    buy: shop.buy,
    effect: async (id, what) => (await counts[what.kind]?.(id)) ?? -1,
    samples: () => [
      { what: { kind: 'note', text: '买家要求周末送货' }, effect: 1 },
      { what: { kind: 'address', address: { ...address, street } }, effect: 1 },
      {
        what: {
          kind: 'items',
          changes: [{ lineNo: 1, quantity: 1, variantExternalId: shop.w.variant }],
        },
        effect: 1,
      },
      { what: { kind: 'postage', postageMinor: 500, wasMinor: 0 }, effect: 500 },
      { what: { kind: 'discount', amountMinor: 1000, name: '老客户' }, effect: 1000 },
      { what: { kind: 'ship', carrier: '顺丰', number: 'SF1234567890', lines: null }, effect: 1 },
      { what: { kind: 'refund', amountMinor: 1500, reference: null, reason: '' }, effect: 1500 },
      { what: { kind: 'cancel', lines: null, reason: '' }, effect: 1 },
    ],
    isWrite: ({ method }) => method === 'POST',
  };
}

connectorSuite('the built-in shop', open);
