import { orders } from '@guitai/contract';
import { refuse } from '../../kernel/refusal.ts';
import { route } from '../../kernel/route.ts';
import { listOrderActs } from './act.list.ts';

/** Declared and not carried out yet. */
const soon = async () => refuse('server.busy', { seconds: 60 });

export const actRoutes = [
  route(orders.cancelOrder, 'orders.cancel', soon),
  route(orders.changeOrderAddress, 'orders.address', soon),
  route(orders.readAddress, 'orders.address', soon),
  route(orders.changeDefaultAddress, 'buyers.edit', soon),
  route(orders.changeOrderItems, 'orders.items', soon),
  route(orders.changeOrderPaymentMethod, 'orders.method', soon),
  route(orders.changeOrderPostage, 'orders.price', soon),
  route(orders.changeLinePrice, 'orders.price', soon),
  route(orders.changeOrderDiscount, 'orders.price', soon),
  route(orders.refundOrder, 'orders.refund', soon),
  route(orders.setOrderUrgent, 'orders.urgent', soon),
  route(orders.clearOrderUrgent, 'orders.urgent', soon),
  route(orders.requestInvoice, 'orders.invoice', soon),
  route(orders.reissueInvoice, 'orders.invoice', soon),
  route(orders.bookAppointment, 'orders.invoice', soon),
  route(orders.changeAppointment, 'orders.invoice', soon),
  route(orders.listOrderActs, 'orders.read', listOrderActs),
  route(orders.getOrderChoices, 'orders.read', soon),
];
