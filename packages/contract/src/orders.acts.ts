/**
 * Acts on an order. Each takes the fields of `ActFields` besides its own and answers with `OrderActed`:
 * check, effect, event, card in the chat, audit, all in one transaction.
 */
import { endpoint, Strict } from './endpoint.ts';
import { ofOrder } from './orders.acts.parts.ts';
import { OrderAct } from './orders.acts.shapes.ts';
import { Id, Instant, Nullable, Page, PageQuery, Type } from './schema.ts';

export * from './orders.acts.address.ts';
export * from './orders.acts.errors.ts';
export * from './orders.acts.goods.ts';
export * from './orders.acts.money.ts';
export { actRefusals } from './orders.acts.parts.ts';
export * from './orders.acts.services.ts';
export * from './orders.acts.shapes.ts';

export const listOrderActs = endpoint({
  id: 'listOrderActs',
  method: 'GET',
  path: '/orders/:orderId/acts',
  summary:
    'Everything that was done to an order, newest first, with who, why and what became of it.',
  params: ofOrder,
  query: Strict(PageQuery),
  reply: Page(OrderAct),
  errors: ['order.not_found', 'list.cursor_invalid'],
});

/** What may be done to an order by the shop's rules, with what a form needs to offer it. */
export const OrderChoices = Type.Object({
  cancelReasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  refundReasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
  refundableMinor: Type.Integer({ description: 'Paid and not refunded yet.' }),
  refundToBalance: Type.Boolean(),
  cancelLines: Type.Boolean(),
  addressChangedAt: Nullable(Instant),
  confirmBeforeAct: Type.Boolean(),
  methods: Type.Array(
    Type.Object({
      id: Id,
      kind: Type.String(),
      label: Type.String(),
      balanceMinor: Nullable(Type.Integer()),
    }),
  ),
});

export const getOrderChoices = endpoint({
  id: 'getOrderChoices',
  method: 'GET',
  path: '/orders/:orderId/choices',
  summary:
    "What the forms of an order's acts offer: the shop's reasons, the buyer's methods, what is left to refund.",
  params: ofOrder,
  reply: OrderChoices,
  errors: ['order.not_found'],
});
