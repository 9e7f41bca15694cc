/** What an order holds: whole and single lines taken back, other variants, other quantities. */
import { endpoint, Strict } from './endpoint.ts';
import { actRefusals, moneyRefusals, ofOrder, Reason } from './orders.acts.parts.ts';
import { ActLine, actBody, OrderActed } from './orders.acts.shapes.ts';
import { Id, LineNo, Type } from './schema.ts';

export const cancelOrder = endpoint({
  id: 'cancelOrder',
  method: 'POST',
  path: '/orders/:orderId/cancellation',
  summary:
    'Cancels an order or some of its lines before shipping; every payment goes back to the method that paid it.',
  params: ofOrder,
  body: actBody({
    reasonCode: Reason,
    lines: Type.Optional(Type.Array(ActLine, { minItems: 1, maxItems: 200 })),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    ...moneyRefusals,
    'order.reason_unknown',
    'order.line_not_found',
    'order.line_twice',
    'order.lines_whole_only',
    'order.amount_out_of_range',
  ],
});

export const changeOrderItems = endpoint({
  id: 'changeOrderItems',
  method: 'POST',
  path: '/orders/:orderId/item-changes',
  summary:
    'Changes lines to other variants or quantities; the difference is charged or refunded to a method of the buyer.',
  params: ofOrder,
  body: actBody({
    changes: Type.Array(
      Strict({
        lineNo: LineNo,
        variantId: Id,
        quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
      }),
      { minItems: 1, maxItems: 200 },
    ),
    methodId: Type.Optional(
      Type.Unsafe<string>({ ...Id, description: 'Bears the difference of a paid order.' }),
    ),
  }),
  reply: OrderActed,
  errors: [
    ...actRefusals,
    ...moneyRefusals,
    'order.act_repeated',
    'order.refund_to_balance',
    'order.amount_out_of_range',
    'order.line_not_found',
    'order.line_twice',
    'order.variant_same',
    'order.below_floor',
    'order.variant_foreign',
    'order.variant_not_exchangeable',
    'order.method_needed',
    'order.method_not_balance',
    'variant.not_found',
    'product.sold_out',
    'product.not_for_sale',
  ],
});
