import { orders } from '@guitai/contract';
import { hashOf, lineRecord } from '../../../test/records.ts';
import { world } from '../../../test/world.ts';
import { system } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { ensureVerifiedBuyer } from '../buyers/index.ts';
import { mirrorProducts } from '../catalog/index.ts';
import * as module from './index.ts';

/** Where it goes. */
export const address = {
  name: '李想',
  phone: '13812344614',
  country: '中国',
  province: '浙江省',
  city: '杭州市',
  district: '余杭区',
  street: '文一西路969号',
  postcode: '311121',
};

const line = (productExternalId: string, unitMinor: number, quantity = 1): module.LineRecord =>
  lineRecord({ productExternalId, quantity, unitMinor });

/** An order as a file or a platform tells of it. */
export function order(
  externalId: string,
  part: Partial<module.OrderRecord> = {},
): module.OrderRecord {
  const made = {
    externalId,
    number: externalId,
    url: null,
    status: 'paid' as const,
    sourceStatus: '已付款',
    currency: 'CNY',
    buyerExternalId: 'b-1',
    lines: [line('plate', 23400, 2)],
    discountMinor: 2000,
    postageMinor: 800,
    totalMinor: null,
    payments: [
      {
        direction: 'payment' as const,
        kind: 'wechat_pay' as const,
        sourceKind: '微信',
        methodExternalId: null,
        reference: '1',
        amountMinor: 45600,
        at: '2026-03-18T06:05:00Z',
      },
    ],
    address,
    addressRaw: null,
    buyerNote: '请包好',
    placedAt: '2026-03-18T06:02:00Z',
    attributes: { 是否加急: false },
    ...part,
  };
  return { ...made, hash: hashOf(made) };
}

const variants = [
  {
    externalId: 'plate-28',
    sku: 'CP-28',
    options: { 尺寸: '28cm' },
    priceMinor: 23400,
    stock: 9,
    available: true,
    pictureUrl: null,
    attributes: {},
  },
];

const plate = {
  externalId: 'plate',
  title: '竹制餐盘',
  status: 'on_sale' as const,
  currency: 'CNY',
  description: '',
  aliases: [],
  pictures: ['https://img.example/plate.jpg'],
  url: 'https://shop.example/plate',
  attributes: {},
  variants,
};

const parcel: module.ParcelRecord = {
  externalId: 'p-1',
  orderExternalId: '#W2026-071',
  carrier: 'shunfeng',
  carrierName: '顺丰速运',
  number: 'SF1234567890',
  status: null,
  sourceStatus: '',
  promisedAt: '2026-03-20T10:00:00Z',
  deliveredAt: null,
  variantExternalIds: [],
  steps: [
    {
      at: '2026-03-19T02:00:00Z',
      status: 'in_transit',
      sourceStatus: '运输中',
      text: '快件已发往杭州',
      place: '上海',
      operator: '',
    },
    {
      at: '2026-03-18T09:00:00Z',
      status: 'collected',
      sourceStatus: '已揽收',
      text: '已揽收',
      place: '上海',
      operator: '张师傅',
    },
  ],
  attributes: { 收件人电话: '13812344614' },
  hash: Buffer.from('p'),
};

/** A shop with one mirrored order on its way, and the way to mirror more. */
export async function mirrored() {
  const w = await world();
  const agent = await w.as('林小满');
  const actor = system(w.team, 'test');
  const write = <T>(work: (tx: Tx) => Promise<T>) => w.db.write(actor, work);
  const mirror = (...records: module.OrderRecord[]) =>
    write((tx) => module.mirrorOrders(actor, tx, w.shop, records));
  const get = (orderId: string) => agent.call(orders.getOrder, { orderId });
  const idOf = async (number: string): Promise<string> => {
    const { items } = await agent.call(orders.listOrders, { q: number });
    return items[0]?.id ?? '';
  };
  const { buyerId } = await write((tx) =>
    ensureVerifiedBuyer(actor, tx, { shopId: w.shop, externalId: 'b-1', name: '王晓敏' }),
  );
  await write((tx) => mirrorProducts(actor, tx, w.shop, [{ ...plate, hash: hashOf(plate) }]));
  await mirror(order('#W2026-071'));
  await write((tx) => module.mirrorParcels(actor, tx, w.shop, [parcel]));
  const card = await get(await idOf('W2026071'));
  return { w, agent, actor, write, mirror, get, idOf, buyer: buyerId, card };
}
