/** Orders of every shop: what was bought, what was paid, where it goes and where it is. */
import { RevealedAddress, RevealReason } from './address.ts';
import { endpoint, Strict } from './endpoint.ts';
import { ofOrder } from './orders.acts.parts.ts';
import { actRefusals } from './orders.acts.ts';
import {
  BuyerSpend,
  OrderCard,
  OrderRemark,
  OrderSummary,
  PaymentMethod,
  TrackedParcel,
} from './orders.shapes.ts';
import { OrderStatus, RemarkFlag } from './orders.words.ts';
import { Id, OneOf, Page, PageQuery, Text, Type } from './schema.ts';

export * from './orders.acts.ts';
export * from './orders.errors.ts';
export * from './orders.events.ts';
export * from './orders.lifecycle.ts';
export * from './orders.shapes.ts';
export * from './orders.words.ts';

export const listOrders = endpoint({
  id: 'listOrders',
  method: 'GET',
  path: '/orders',
  summary: 'Orders, newest first; q finds an order or tracking number.',
  query: Strict({
    q: Type.Optional(Text(100, 0, 'Order number or its beginning, or a whole tracking number.')),
    shopId: Type.Optional(Id),
    buyerId: Type.Optional(Id),
    status: Type.Optional(OrderStatus),
    flag: Type.Optional(RemarkFlag),
    work: Type.Optional(
      OneOf(
        ['unpaid', 'to_ship', 'refunding', 'urgent'] as const,
        'What is to be done. to_ship: paid, and something has not left. refunding: money on its way back.',
      ),
    ),
    ...PageQuery,
  }),
  reply: Page(OrderSummary),
  errors: ['list.cursor_invalid'],
});

export const getOrder = endpoint({
  id: 'getOrder',
  method: 'GET',
  path: '/orders/:orderId',
  summary: 'One order with everything on its card.',
  params: ofOrder,
  reply: OrderCard,
  errors: ['order.not_found'],
});

export const listBuyerOrders = endpoint({
  id: 'listBuyerOrders',
  method: 'GET',
  path: '/buyers/:buyerId/orders',
  summary:
    "A buyer's orders of every shop, as cards, newest first, with what was spent and the means of payment.",
  params: Strict({ buyerId: Id }),
  query: Strict(PageQuery),
  reply: Type.Object({
    ...Page(OrderCard).properties,
    spend: Type.Array(BuyerSpend),
    paymentMethods: Type.Array(PaymentMethod),
  }),
  errors: ['buyer.not_found', 'list.cursor_invalid'],
});

export const addOrderRemark = endpoint({
  id: 'addOrderRemark',
  method: 'POST',
  path: '/orders/:orderId/remarks',
  summary:
    'Adds a remark with a flag; the newest flag is the flag of the order. Nothing is overwritten.',
  params: ofOrder,
  body: Strict({ flag: RemarkFlag, text: Text(1000) }),
  reply: OrderRemark,
  errors: ['order.not_found', 'order.remark_empty'],
});

export const listOrderRemarks = endpoint({
  id: 'listOrderRemarks',
  method: 'GET',
  path: '/orders/:orderId/remarks',
  summary: 'Every remark of an order, newest first.',
  params: ofOrder,
  query: Strict(PageQuery),
  reply: Page(OrderRemark),
  errors: ['order.not_found', 'list.cursor_invalid'],
});

export const getTracking = endpoint({
  id: 'getTracking',
  method: 'GET',
  path: '/orders/:orderId/tracking',
  summary: 'The parcels of an order with every step of their way.',
  params: ofOrder,
  reply: Type.Object({ parcels: Type.Array(TrackedParcel) }),
  errors: ['order.not_found'],
});

export const revealOrderAddress = endpoint({
  id: 'revealOrderAddress',
  method: 'POST',
  path: '/orders/:orderId/address-reveals',
  summary:
    'Shows the delivery address to this reader. Logged with the reason; counts in the same hourly 60 as buyers.',
  params: ofOrder,
  body: Strict({ reason: RevealReason }),
  reply: Type.Object({ address: RevealedAddress, left: Type.Integer() }),
  errors: ['order.not_found', 'buyer.field_empty', 'buyer.reveal_budget_spent'],
});

const changeParams = Strict({ orderId: Id, addressChangeId: Id });

export const acceptAddressChange = endpoint({
  id: 'acceptAddressChange',
  method: 'PUT',
  path: '/orders/:orderId/address-changes/:addressChangeId/acceptance',
  summary: 'Makes the proposed address the delivery address, while nothing has been shipped.',
  params: changeParams,
  reply: OrderCard,
  errors: [...actRefusals, 'order.address_change_not_found', 'order.address_fixed'],
});

export const refuseAddressChange = endpoint({
  id: 'refuseAddressChange',
  method: 'PUT',
  path: '/orders/:orderId/address-changes/:addressChangeId/refusal',
  summary: 'Keeps the address; the proposal stays in the history with the reason.',
  params: changeParams,
  body: Strict({ reason: Text(300, 2) }),
  reply: OrderCard,
  errors: ['order.not_found', 'order.address_change_not_found'],
});
