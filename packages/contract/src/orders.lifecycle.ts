/** The way of an order from its payment to its end; each step is an act (`orders.acts.ts`). */
import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { Above, actRefusals, ofOrder } from './orders.acts.parts.ts';
import { ActLine, actBody, OrderActed } from './orders.acts.shapes.ts';
import { Id, OneOf, Text, Type } from './schema.ts';

export const markOrderPaid = endpoint({
  id: 'markOrderPaid',
  method: 'POST',
  path: '/orders/:orderId/payments',
  summary:
    'Books money that came in outside of a gateway: cash, a bank transfer. In full or in part.',
  params: ofOrder,
  body: actBody({
    kind: OneOf(['cash', 'bank_card', 'other'] as const),
    amountMinor: Type.Optional(
      Type.Unsafe<number>({ ...Above, description: 'Without it: all that is due.' }),
    ),
    reference: Text(
      100,
      1,
      'What tells this payment from others, e.g. the number of the transfer.',
    ),
  }),
  reply: OrderActed,
  errors: [...actRefusals, 'order.not_payable', 'order.method_foreign', 'order.method_cannot_bear'],
});

export const prepareOrder = endpoint({
  id: 'prepareOrder',
  method: 'PUT',
  path: '/orders/:orderId/preparation',
  summary: 'The order is being packed. Refused while a supplement waits to be paid.',
  params: ofOrder,
  body: actBody({}),
  reply: OrderActed,
  errors: [...actRefusals, 'order.supplement_open'],
});

export const shipOrder = endpoint({
  id: 'shipOrder',
  method: 'POST',
  path: '/orders/:orderId/parcels',
  summary: 'Hands a parcel to the carrier: everything that has not left yet, or the given lines.',
  params: ofOrder,
  body: actBody({
    carrier: Text(60, 1, 'Code or name of the carrier.'),
    number: Text(60, 1, "The carrier's number."),
    lines: Type.Optional(Type.Array(ActLine, { minItems: 1, maxItems: 200 })),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    'order.supplement_open',
    'order.line_not_found',
    'order.line_twice',
    'order.all_shipped',
  ],
});

export const deliverParcel = endpoint({
  id: 'deliverParcel',
  method: 'PUT',
  path: '/orders/:orderId/parcels/:parcelId/delivery',
  summary: 'The parcel has arrived; what is paid on delivery counts as paid.',
  params: Strict({ orderId: Id, parcelId: Id }),
  body: actBody({}),
  reply: OrderActed,
  errors: [...actRefusals, 'order.parcel_not_found'],
});

export const receiveOrder = endpoint({
  id: 'receiveOrder',
  method: 'PUT',
  path: '/orders/:orderId/receipt',
  summary: 'The buyer has the goods.',
  params: ofOrder,
  body: actBody({}),
  reply: OrderActed,
  errors: actRefusals,
});

export const completeOrder = endpoint({
  id: 'completeOrder',
  method: 'PUT',
  path: '/orders/:orderId/completion',
  summary: 'Nothing is left to do.',
  params: ofOrder,
  body: actBody({}),
  reply: OrderActed,
  errors: actRefusals,
});

export const orderLifecycleErrors = defineErrors({
  'order.all_shipped': {
    status: 409,
    en: 'Everything of this order, or of line {lineNo}, has left already.',
    'zh-CN': '该订单（第 {lineNo} 行）的商品已全部发出。',
    'zh-TW': '這張訂單（第 {lineNo} 行）的商品已全部寄出。',
  },
  'order.supplement_open': {
    status: 409,
    en: 'The buyer still owes {dueMinor}. The goods go out once it is paid.',
    'zh-CN': '买家还有 {dueMinor} 差价未付，付清后才能备货、发货。',
    'zh-TW': '買家還有 {dueMinor} 差價未付，付清後才能備貨、出貨。',
  },
  'order.parcel_not_found': {
    status: 404,
    en: 'The order has no such parcel on its way.',
    'zh-CN': '该订单没有这个在途包裹。',
    'zh-TW': '這張訂單沒有這個運送中的包裹。',
  },
});
