/** A shop's line to its platform, and what still has to go over it. */
import { Can, Id, Instant, Nullable, OneOf, Type } from './schema.ts';

export const ConnectionKind = OneOf(['vendure', 'shopify', 'woocommerce'] as const);

/** What a platform may let us do with its orders. */
export const orderWriteKinds = [
  'note',
  'address',
  'items',
  'postage',
  'discount',
  'ship',
  'refund',
  'cancel',
  'coupon',
] as const;
export const OrderWriteKind = OneOf(orderWriteKinds);

/** How a platform is. */
export const ConnectionState = OneOf(
  ['new', 'ok', 'down', 'denied'] as const,
  'new: not reached yet. down: does not answer. denied: answers, but no longer lets us in.',
);

export const Connection = Type.Object({
  id: Id,
  shopId: Id,
  kind: ConnectionKind,
  url: Type.String(),
  enabled: Type.Boolean({ description: 'Off: nothing is read or written; the mirror stays.' }),
  state: ConnectionState,
  since: Instant,
  trouble: Type.String({ description: 'What the platform said; empty while it is well.' }),
  does: Type.Array(OrderWriteKind, { description: 'Acts it carries out by itself.' }),
  lacks: Type.Array(
    Type.Object({
      act: OrderWriteKind,
      instead: Type.Array(Type.String(), { description: 'The next best ways, the best first.' }),
    }),
  ),
  waiting: Type.Integer({ description: 'Acts that have not reached the platform yet.' }),
  lastReadAt: Nullable(Instant),
  comparedAt: Nullable(Instant),
  differences: Nullable(
    Type.Integer({ description: 'Orders that differed when mirror and platform were compared.' }),
  ),
  hookPath: Type.String({
    description: 'Path below the public address to which the platform may send its changes.',
  }),
  can: Can,
});

/** An act that waits or went wrong. */
export const WaitingWrite = Type.Object({
  id: Id,
  orderId: Id,
  number: Type.String(),
  kind: OrderWriteKind,
  state: OneOf(
    ['waiting', 'sending', 'unsure', 'failed'] as const,
    'unsure: it may have been carried out; the platform is asked before it is sent again.',
  ),
  attempts: Type.Integer(),
  trouble: Type.String(),
  createdAt: Instant,
});

/** A field in which an order here and on its platform differed. */
export const OrderDifference = Type.Object({
  orderId: Nullable(Id),
  number: Type.String(),
  field: Type.String(),
  ours: Type.String(),
  theirs: Type.String(),
});

/** Data of `connection.changed`. */
export const ConnectionChanged = Type.Object({
  connectionId: Id,
  shopId: Id,
  state: ConnectionState,
  enabled: Type.Boolean(),
});
