import { orders, payments } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { acceptAddressChange, refuseAddressChange } from './address-change.ts';
import {
  completeOrder,
  deliverParcel,
  markOrderPaid,
  prepareOrder,
  receiveOrder,
  shipOrder,
} from './lifecycle.ts';
import { getOrder, listBuyerOrders, listOrders } from './order.ts';
import { listPayments } from './payments.ts';
import { settleRefundByHand } from './refund-by-hand.ts';
import { addOrderRemark, listOrderRemarks } from './remark.ts';
import { revealOrderAddress } from './reveal.ts';
import { actRoutes } from './routes.acts.ts';
import { getTracking } from './tracking.ts';

const audited = { audited: true };

export const routes = [
  route(orders.listOrders, 'orders.read', listOrders),
  route(orders.getOrder, 'orders.read', getOrder),
  route(orders.listBuyerOrders, 'orders.read', listBuyerOrders),
  route(orders.addOrderRemark, 'orders.remark', addOrderRemark),
  route(orders.listOrderRemarks, 'orders.read', listOrderRemarks),
  route(orders.getTracking, 'orders.read', getTracking),
  routeBare(orders.revealOrderAddress, 'orders.reveal', revealOrderAddress, audited),
  route(orders.acceptAddressChange, 'orders.verify', acceptAddressChange),
  route(orders.refuseAddressChange, 'orders.verify', refuseAddressChange),
  route(payments.listPayments, 'payments.read', listPayments),
  route(payments.settleRefundByHand, 'payments.book', settleRefundByHand, audited),
  route(orders.markOrderPaid, 'payments.book', markOrderPaid, audited),
  route(orders.prepareOrder, 'orders.fulfil', prepareOrder, audited),
  route(orders.shipOrder, 'orders.fulfil', shipOrder, audited),
  route(orders.deliverParcel, 'orders.fulfil', deliverParcel, audited),
  route(orders.receiveOrder, 'orders.fulfil', receiveOrder, audited),
  route(orders.completeOrder, 'orders.fulfil', completeOrder, audited),
  ...actRoutes,
];
