import type { Actor } from '../../kernel/actor.ts';
import { can, sightOf } from '../../kernel/can.ts';

/** What one may do with an order, and the permission it takes. */
const acts = {
  addOrderRemark: 'orders.remark',
  listOrderRemarks: 'orders.read',
  getTracking: 'orders.read',
  revealOrderAddress: 'orders.reveal',
  acceptAddressChange: 'orders.verify',
  refuseAddressChange: 'orders.verify',
  verifyOrder: 'orders.verify',
  verifyAddress: 'orders.verify',
  remindPayment: 'orders.remind',
  sendOrderCard: 'conversations.reply',
  sendTrackingCard: 'conversations.reply',
  cancelOrder: 'orders.cancel',
  changeOrderAddress: 'orders.address',
  changeOrderItems: 'orders.items',
  changeOrderPaymentMethod: 'orders.method',
  changeOrderPostage: 'orders.price',
  changeLinePrice: 'orders.price',
  changeOrderDiscount: 'orders.price',
  refundOrder: 'orders.refund',
  setOrderUrgent: 'orders.urgent',
  clearOrderUrgent: 'orders.urgent',
  requestInvoice: 'orders.invoice',
  reissueInvoice: 'orders.invoice',
  bookAppointment: 'orders.invoice',
  changeAppointment: 'orders.invoice',
  listOrderActs: 'orders.read',
  openCase: 'aftersales.open',
  payGoodwill: 'goodwill.pay',
  protectPrice: 'goodwill.pay',
  payReviewCashback: 'goodwill.pay',
  markOrderPaid: 'payments.book',
  prepareOrder: 'orders.fulfil',
  shipOrder: 'orders.fulfil',
  deliverParcel: 'orders.fulfil',
  receiveOrder: 'orders.fulfil',
  completeOrder: 'orders.fulfil',
} as const;

/** Endpoints on an order this reader's role allows; what the order's state allows is in the published view. */
export const grantedOnOrder = (actor: Actor): string[] =>
  Object.entries(acts)
    .filter(([, permission]) => can(actor, permission) === 'yes')
    .map(([id]) => id);

export type Shops = readonly string[] | null;

/** Shops whose orders the actor reaches with this permission; null for every shop. */
export const shopsSeen = (actor: Actor, permission: string): Shops =>
  (sightOf(actor, permission) ?? { shops: [] }).shops;
