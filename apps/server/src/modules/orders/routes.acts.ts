import { orders } from '@guitai/contract';
import { refuse } from '../../kernel/refusal.ts';
import { route } from '../../kernel/route.ts';
import { listOrderActs } from './act.list.ts';

/** Declared and not carried out yet. */
const soon = async () => refuse('server.busy', { seconds: 60 });

/** What is refused goes on record like what is done. */
const audited = { audited: true };

export const actRoutes = [
  route(orders.cancelOrder, 'orders.cancel', soon, audited),
  route(orders.changeOrderAddress, 'orders.address', soon, audited),
  route(orders.readAddress, 'orders.address', soon),
  route(orders.changeDefaultAddress, 'buyers.edit', soon, audited),
  route(orders.changeOrderItems, 'orders.items', soon, audited),
  route(orders.changeOrderPaymentMethod, 'orders.method', soon, audited),
  route(orders.changeOrderPostage, 'orders.price', soon, audited),
  route(orders.changeLinePrice, 'orders.price', soon, audited),
  route(orders.changeOrderDiscount, 'orders.price', soon, audited),
  route(orders.refundOrder, 'orders.refund', soon, audited),
  route(orders.setOrderUrgent, 'orders.urgent', soon),
  route(orders.clearOrderUrgent, 'orders.urgent', soon),
  route(orders.requestInvoice, 'orders.invoice', soon),
  route(orders.reissueInvoice, 'orders.invoice', soon),
  route(orders.bookAppointment, 'orders.invoice', soon),
  route(orders.changeAppointment, 'orders.invoice', soon),
  route(orders.listOrderActs, 'orders.read', listOrderActs),
  route(orders.getOrderChoices, 'orders.read', soon),
];
