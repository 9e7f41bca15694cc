import type { orders as contract } from '@guitai/contract';

/** An order of the sample shop, told shortly; `order.ts` makes money, ledger and parcels of it. */
export interface SampleOrder {
  readonly buyer: string;
  readonly status: contract.OrderStatusWord;
  /** Placed so many days before now. */
  readonly days: number;
  /** `product:variant*quantity`, the variant by its place from 0. */
  readonly goods: string;
  readonly pay: contract.PaymentKindWord;
  readonly discountMinor: number;
  readonly postageMinor: number;
  readonly refundMinor: number;
  readonly carrier: string;
  /** Hours since the parcel last moved, where that is unusual. */
  readonly stuckHours: number;
  readonly note: string;
  readonly remarks: ReadonlyArray<readonly [flag: contract.RemarkFlagWord, text: string]>;
}

const order = (
  buyer: string,
  status: SampleOrder['status'],
  days: number,
  goods: string,
  more: Partial<SampleOrder> = {},
): SampleOrder => ({
  buyer,
  status,
  days,
  goods,
  pay: 'wechat_pay',
  discountMinor: 0,
  postageMinor: 0,
  refundMinor: 0,
  carrier: 'sf',
  stuckHours: 0,
  note: '',
  remarks: [],
  ...more,
});

const unpaid: readonly SampleOrder[] = [
  order('liu', 'placed', 0.08, 'teapot:0*1 cup:1*1', { discountMinor: 2_000 }),
  order('sun', 'placed', 0.3, 'bench:1*1 hangers:0*2', {
    postageMinor: 2_000,
    note: '有电梯，请送上楼。',
  }),
  order('wu', 'placed', 0.9, 'stew-pot:1*1', { postageMinor: 1_000 }),
  order('zheng', 'placed', 1.4, 'longjing:1*1'),
  order('emma', 'placed', 0.5, 'gaiwan:0*1 runner:0*1', {
    postageMinor: 12_000,
    note: 'Could you wrap it as a gift?',
  }),
  order('huang', 'placed', 0.2, 'lamp:0*2', { postageMinor: 6_000 }),
];

const inHouse: readonly SampleOrder[] = [
  order('wang', 'paid', 0.15, 'plate:2*2', {
    discountMinor: 2_000,
    remarks: [['red', '只发顺丰，地址待核对']],
  }),
  order('li', 'paid', 0.4, 'mug:0*20 cup:0*20', {
    pay: 'alipay',
    discountMinor: 10_000,
    remarks: [['blue', '企业采购，随货附专票']],
  }),
  order('chen', 'paid', 0.6, 'dish-set:0*1 incense:1*1', {
    note: '送朋友搬家，请附卡片：新居快乐！',
    remarks: [['yellow', '手写卡片：新居快乐']],
  }),
  order('he', 'paid', 0.7, 'towel:1*4 towel:0*2', { pay: 'alipay' }),
  order('zhang', 'paid', 1.1, 'board:1*1 chopsticks:0*1', {
    remarks: [['red', '买家催过一次，今天务必发']],
  }),
  order('tsai', 'paid', 0.8, 'caddy:0*2 longjing:0*2', { pay: 'credit_card', postageMinor: 6_000 }),
  order('feng', 'paid', 0.2, 'cushion:0*2 cushion:1*2', { discountMinor: 1_600 }),
  order('xu', 'preparing', 1.2, 'stew-pot:0*1 ladles:0*1', {
    remarks: [['blue', '电子发票，抬头个人']],
  }),
  order('gao', 'preparing', 1.6, 'vase:1*1', {
    postageMinor: 1_500,
    remarks: [['purple', '加厚泡沫箱，贴易碎标']],
  }),
  order('zhou', 'preparing', 1.3, 'drawers:0*1 basket:1*2', { pay: 'alipay' }),
  order('lin', 'preparing', 1.8, 'teapot:1*1 tray:0*1', {
    pay: 'credit_card',
    postageMinor: 8_000,
  }),
  order('sun', 'partly_shipped', 2.4, 'rack:0*1 towel:1*2 plate:1*4', {
    carrier: 'deppon',
    remarks: [['yellow', '置物架先发，餐盘补货后第二包']],
  }),
  order('li', 'partly_shipped', 3.1, 'bench:0*4 hangers:0*6', {
    pay: 'alipay',
    carrier: 'deppon',
    discountMinor: 8_000,
  }),
];

const onTheWay: readonly SampleOrder[] = [
  order('zhao', 'shipped', 4.6, 'mat:1*1', {
    carrier: 'yto',
    stuckHours: 58,
    remarks: [['red', '物流两天没动，已催圆通']],
  }),
  order('zhang', 'shipped', 2.2, 'steamer:0*1 chopsticks:0*2', { carrier: 'zto' }),
  order('chen', 'shipped', 1.9, 'white-tea:0*2 cup:1*1'),
  order('wu', 'shipped', 2.8, 'planter:0*6', { carrier: 'yto', pay: 'alipay' }),
  order('zheng', 'shipped', 2.1, 'gaiwan:0*1 tray:0*1'),
  order('feng', 'shipped', 3.4, 'salad-bowl:1*1 ladles:0*1', { carrier: 'zto' }),
  order('he', 'shipped', 1.8, 'lamp:0*1 towel:1*2', { pay: 'alipay' }),
  order('huang', 'shipped', 5.2, 'mug:1*2 sauce-dishes:0*1', {
    pay: 'credit_card',
    postageMinor: 6_000,
  }),
  order('emma', 'shipped', 8.4, 'cup:1*1 incense:0*2', { pay: 'paypal', postageMinor: 12_000 }),
  order('daniel', 'shipped', 9.7, 'teapot:0*1', {
    pay: 'paypal',
    postageMinor: 14_000,
    stuckHours: 120,
    remarks: [['yellow', 'Customs in Leipzig, buyer informed']],
  }),
  order('gao', 'shipped', 3.9, 'runner:0*1', { carrier: 'zto' }),
  order('liu', 'delivered', 4.2, 'longjing:0*2'),
  order('wang', 'delivered', 5.1, 'cushion:1*2', { discountMinor: 1_000 }),
  order('xu', 'delivered', 4.8, 'hangers:0*2', { carrier: 'zto', pay: 'alipay' }),
  order('zhou', 'delivered', 6.3, 'vase:0*1', { remarks: [['green', '破损补发过，第二件完好']] }),
  order('tsai', 'delivered', 9.5, 'tray:0*1', { pay: 'credit_card', postageMinor: 6_000 }),
  order('sun', 'received', 7.2, 'mug:0*2 mug:1*2', { pay: 'alipay' }),
  order('he', 'received', 8.1, 'basket:0*2 basket:2*1'),
  order('lin', 'received', 12.5, 'gaiwan:0*2', { pay: 'credit_card', postageMinor: 6_000 }),
];

const past: readonly SampleOrder[] = [
  order('wang', 'completed', 31, 'teapot:0*1', { remarks: [['green', '好评带图，已致谢']] }),
  order('wang', 'completed', 62, 'caddy:1*1 white-tea:0*1'),
  order('wang', 'completed', 95, 'towel:0*6', { pay: 'alipay' }),
  order('wang', 'completed', 140, 'plate:0*4 chopsticks:0*1'),
  order('chen', 'completed', 44, 'cup:1*3', { discountMinor: 3_000 }),
  order('chen', 'completed', 88, 'incense:1*2 vase:0*1'),
  order('chen', 'completed', 120, 'dish-set:0*1'),
  order('li', 'completed', 52, 'mug:0*30', {
    pay: 'bank_card',
    discountMinor: 15_000,
    remarks: [['blue', '专票已寄 SF']],
  }),
  order('liu', 'completed', 36, 'cup:0*4 gaiwan:0*1'),
  order('he', 'completed', 58, 'board:0*1 steamer:0*1'),
  order('zheng', 'completed', 73, 'white-tea:0*1', { pay: 'alipay' }),
  order('emma', 'completed', 66, 'mug:0*4', { pay: 'paypal', postageMinor: 12_000 }),
  order('lin', 'completed', 80, 'lamp:0*1', { pay: 'credit_card', postageMinor: 5_000 }),
  order('zhou', 'completed', 41, 'planter:0*3 sauce-dishes:0*1', {
    refundMinor: 3_200,
    remarks: [['green', '碎一只，退一只的钱']],
  }),
  order('zhao', 'returned', 22, 'bench:1*1', {
    carrier: 'deppon',
    refundMinor: 26_900,
    remarks: [['yellow', '尺寸不合，已退回入库']],
  }),
  order('meng', 'returned', 48, 'lamp:0*1', {
    refundMinor: 14_900,
    remarks: [['red', '空包裹争议，监控已存档']],
  }),
  order('meng', 'returned', 61, 'vase:0*1', { refundMinor: 12_800 }),
  order('zhang', 'cancelled', 15, 'mat:0*1', { pay: 'alipay', refundMinor: 25_900 }),
  order('gao', 'cancelled', 9, 'stew-pot:0*1'),
  order('feng', 'cancelled', 26, 'basket:1*1 hangers:0*1', { refundMinor: 12_800 }),
  order('wu', 'closed_unpaid', 12, 'rack:0*1'),
  order('xu', 'closed_unpaid', 19, 'longjing:1*1 caddy:0*1'),
];

export const orders: readonly SampleOrder[] = [...unpaid, ...inHouse, ...onTheWay, ...past];
