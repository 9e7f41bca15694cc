import {
  aftersales,
  conversations,
  type Endpoint,
  orders,
  shops,
  storefront,
} from '@guitai/contract';
import type { Client } from '@guitai/sdk';
import { address, type Ground, paid, placed } from './ground.ts';

/** One command about to be given, and how to count what it leaves behind: 0 before, 1 for ever after. */
export interface Ready {
  readonly by: Client;
  readonly endpoint: Endpoint;
  readonly input: object;
  /** SQL: how often its effect stands in the database. */
  readonly effect: string;
}

export type Prepare = (ground: Ground, key: string) => Promise<Ready>;

const act =
  (kind: string, endpoint: Endpoint, fields: object): Prepare =>
  async (ground) => {
    const orderId = await paid(ground);
    return {
      by: ground.desk,
      endpoint,
      input: { orderId, ...fields },
      effect: `select count(*) from order_acts where order_id = '${orderId}' and kind = '${kind}'`,
    };
  };

const said =
  (endpoint: Endpoint): Prepare =>
  async ({ desk, conversationId }, key) => ({
    by: desk,
    endpoint,
    input: { conversationId, clientKey: key, text: `好的，${key}` },
    effect: `select count(*) from messages where text = '好的，${key}'`,
  });

/** What the shop's people and its buyers do all day: words, money, stock, cases, settings. */
export const commands: Readonly<Record<string, Prepare>> = {
  refundOrder: act('refunded', orders.refundOrder, { amountMinor: 100, reasonCode: 'agreed' }),
  cancelOrder: act('cancelled', orders.cancelOrder, { reasonCode: 'other' }),
  changeOrderAddress: act('address_changed', orders.changeOrderAddress, {
    address: address('竹溪路 19 号'),
  }),
  changeOrderDiscount: act('discount_changed', orders.changeOrderDiscount, { discountMinor: 200 }),
  payGoodwill: act('goodwill_paid', aftersales.payGoodwill, { amountMinor: 100 }),
  prepareOrder: act('prepared', orders.prepareOrder, {}),
  sendMessage: said(conversations.sendMessage),
  addNote: said(conversations.addNote),
  addOrderRemark: async (ground, key) => ({
    by: ground.desk,
    endpoint: orders.addOrderRemark,
    input: { orderId: await placed(ground), flag: 'red', text: key },
    effect: `select count(*) from order_remarks where text = '${key}'`,
  }),
  placeOrder: async ({ chat, variantId }, key) => ({
    by: chat,
    endpoint: storefront.placeOrder,
    input: { items: [{ variantId, quantity: 1 }], address: address('石桥街 5 号'), note: key },
    effect: `select count(*) from orders where buyer_note = '${key}'`,
  }),
  payOrder: async (ground) => {
    const orderId = await placed(ground);
    return {
      by: ground.chat,
      endpoint: storefront.payOrder,
      input: { orderId, outcome: 'succeed' },
      effect: `select count(*) from order_payments where order_id = '${orderId}'`,
    };
  },
  createShop: async ({ desk }, key) => ({
    by: desk,
    endpoint: shops.createShop,
    input: {
      name: key,
      kind: 'imported',
      currency: 'CNY',
      timezone: 'Asia/Shanghai',
      locale: 'zh-CN',
    },
    effect: `select count(*) from shops where name = '${key}'`,
  }),
};
