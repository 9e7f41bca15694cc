/** What an order costs, how it is paid, and what goes back. */
import { endpoint, Strict } from './endpoint.ts';
import { Above, Amount, actRefusals, moneyRefusals, ofOrder, Reason } from './orders.acts.parts.ts';
import { ActLine, actBody, OrderActed } from './orders.acts.shapes.ts';
import { Id, LineNo, Text, Type } from './schema.ts';

export const changeOrderPaymentMethod = endpoint({
  id: 'changeOrderPaymentMethod',
  method: 'POST',
  path: '/orders/:orderId/payment-method-changes',
  summary:
    'Moves the whole payment to another method of the buyer; refused where it is split or partly refunded.',
  params: ofOrder,
  body: actBody({ methodId: Id }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    ...moneyRefusals,
    'order.method_same',
    'order.payment_split',
    'order.unpaid',
  ],
});

const priceErrors = [
  ...actRefusals,
  ...moneyRefusals,
  'order.unchanged',
  'order.amount_out_of_range',
  'order.below_floor',
] as const;

export const changeOrderPostage = endpoint({
  id: 'changeOrderPostage',
  method: 'PUT',
  path: '/orders/:orderId/postage',
  summary: 'Changes the postage: freely before payment, after it as a refund or a charge.',
  params: ofOrder,
  body: actBody({ postageMinor: Amount }),
  reply: OrderActed,
  errors: priceErrors,
});

export const changeLinePrice = endpoint({
  id: 'changeLinePrice',
  method: 'PUT',
  path: '/orders/:orderId/lines/:lineNo/price',
  summary:
    'Changes the price of one piece of a line: before payment freely, after it as a refund or a charge.',
  params: Strict({ orderId: Id, lineNo: LineNo }),
  body: actBody({ unitMinor: Amount }),
  reply: OrderActed,
  errors: [...priceErrors, 'order.line_not_found'],
});

export const changeOrderDiscount = endpoint({
  id: 'changeOrderDiscount',
  method: 'PUT',
  path: '/orders/:orderId/discount',
  summary: "Changes the order's discount: before payment freely, after it as a refund or a charge.",
  params: ofOrder,
  body: actBody({ discountMinor: Amount }),
  reply: OrderActed,
  errors: priceErrors,
});

export const refundOrder = endpoint({
  id: 'refundOrder',
  method: 'POST',
  path: '/orders/:orderId/refunds',
  summary:
    'Pays money back: to the methods that paid, or to a balance of the buyer where the shop allows it.',
  params: ofOrder,
  body: actBody({
    amountMinor: Above,
    reasonCode: Reason,
    lines: Type.Optional(Type.Array(ActLine, { minItems: 1, maxItems: 200 })),
    to: Type.Optional(
      Type.Union([Type.Literal('original'), Strict({ methodId: Id })], {
        description: 'Default: original, every payment back to the method that paid it.',
      }),
    ),
    evidence: Type.Optional(
      Type.Array(Text(500, 1), {
        maxItems: 10,
        description: 'Ids of files in the chat, or links.',
      }),
    ),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    ...moneyRefusals,
    'order.unpaid',
    'order.reason_unknown',
    'order.line_not_found',
    'order.line_twice',
    'order.refund_to_balance',
    'order.window_over',
  ],
});
