/** What a buyer the shop has vouched for may do to an own order without asking anybody, as far as the shop's rules go. */
import { Address, AddressInput } from './address.ts';
import { CardOrder } from './cards.ts';
import { endpoint, Strict } from './endpoint.ts';
import { actRefusals, ofOrder } from './orders.acts.parts.ts';
import { ActLine } from './orders.acts.shapes.ts';
import { OrderActKind, OrderActState } from './orders.acts.words.ts';
import { Can, Id, Nullable, Text, Type } from './schema.ts';

const unproven = [
  'channel.not_found',
  'visitor.unknown',
  'visitor.identity_needed',
  'visitor.identity_invalid',
] as const;
const refusals = [...unproven, 'order.not_found'] as const;
const acting = [...unproven, ...actRefusals] as const;

/** What came of it; the card in the chat follows by itself. */
export const OwnOrderActed = Type.Object({
  act: Nullable(Type.Object({ id: Id, kind: OrderActKind, state: OrderActState })),
  order: CardOrder,
});

export const getOwnOrder = endpoint({
  id: 'getOwnOrder',
  method: 'GET',
  path: '/chat/orders/:orderId',
  summary: 'An own order with what the buyer may do to it now',
  params: ofOrder,
  reply: Type.Object({
    order: CardOrder,
    address: Nullable(Address),
    cancelReasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
    can: Can,
  }),
  errors: refusals,
});

export const cancelOwnOrder = endpoint({
  id: 'cancelOwnOrder',
  method: 'POST',
  path: '/chat/orders/:orderId/cancellation',
  summary: 'The buyer cancels an own order, or lines of it, where the shop leaves that to buyers',
  params: ofOrder,
  body: Strict({
    reasonCode: Text(60, 1),
    lines: Type.Optional(Type.Array(ActLine, { minItems: 1, maxItems: 200 })),
  }),
  reply: OwnOrderActed,
  errors: [
    ...acting,
    'order.reason_unknown',
    'order.line_not_found',
    'order.line_twice',
    'order.lines_whole_only',
    'order.amount_out_of_range',
    'order.refund_above_paid',
    'order.method_foreign',
    'order.method_cannot_bear',
  ],
});

export const changeOwnAddress = endpoint({
  id: 'changeOwnAddress',
  method: 'PUT',
  path: '/chat/orders/:orderId/address',
  summary: 'The buyer changes where an own order goes, where the shop leaves that to buyers',
  params: ofOrder,
  body: Strict({ address: AddressInput }),
  reply: OwnOrderActed,
  errors: [...acting, 'order.address_same', 'order.address_incomplete'],
});
