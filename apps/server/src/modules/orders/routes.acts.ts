import { orders } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { changeOrderAddress } from './act.address.ts';
import { changeLinePrice, changeOrderDiscount, changeOrderPostage } from './act.amounts.ts';
import { bookAppointment, changeAppointment } from './act.appointment.ts';
import { cancelOrder } from './act.cancel.ts';
import { reissueInvoice, requestInvoice } from './act.invoice.ts';
import { changeOrderItems } from './act.items.ts';
import { listOrderActs } from './act.list.ts';
import { changeOrderPaymentMethod } from './act.method.ts';
import { refundOrder } from './act.refund.ts';
import { clearOrderUrgent, setOrderUrgent } from './act.urgent.ts';
import { changeDefaultAddress, readAddress } from './address-reading.ts';
import { getOrderChoices } from './choices.ts';

const audited = { audited: true };

export const actRoutes = [
  route(orders.cancelOrder, 'orders.cancel', cancelOrder, audited),
  route(orders.changeOrderAddress, 'orders.address', changeOrderAddress, audited),
  route(orders.readAddress, 'orders.address', readAddress),
  route(orders.changeDefaultAddress, 'buyers.edit', changeDefaultAddress),
  route(orders.changeOrderItems, 'orders.items', changeOrderItems, audited),
  route(orders.changeOrderPaymentMethod, 'orders.method', changeOrderPaymentMethod, audited),
  route(orders.changeOrderPostage, 'orders.price', changeOrderPostage, audited),
  route(orders.changeLinePrice, 'orders.price', changeLinePrice, audited),
  route(orders.changeOrderDiscount, 'orders.price', changeOrderDiscount, audited),
  route(orders.refundOrder, 'orders.refund', refundOrder, audited),
  route(orders.setOrderUrgent, 'orders.urgent', setOrderUrgent),
  route(orders.clearOrderUrgent, 'orders.urgent', clearOrderUrgent),
  route(orders.requestInvoice, 'orders.invoice', requestInvoice),
  route(orders.reissueInvoice, 'orders.invoice', reissueInvoice),
  route(orders.bookAppointment, 'orders.invoice', bookAppointment),
  route(orders.changeAppointment, 'orders.invoice', changeAppointment),
  route(orders.listOrderActs, 'orders.read', listOrderActs),
  route(orders.getOrderChoices, 'orders.read', getOrderChoices),
];
