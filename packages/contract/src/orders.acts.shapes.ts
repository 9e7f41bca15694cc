/** The one shape of every act on an order: what it takes besides its own fields, what it leaves behind, what it answers. */
import { Strict } from './endpoint.ts';
import { OrderActKind, OrderActState } from './orders.acts.words.ts';
import { OrderCard } from './orders.shapes.ts';
import {
  Currency,
  Id,
  Instant,
  LineNo,
  Minor,
  Nullable,
  OneOf,
  Quantity,
  type Static,
  Text,
  type TSchema,
  Type,
  Whole,
} from './schema.ts';

const common = {
  conversationId: Type.Optional(
    Type.Unsafe<string>({
      ...Id,
      description:
        'Where it is done: the card goes there. Without it: the newest conversation of the buyer.',
    }),
  ),
  reason: Type.Optional(Text(500, 0, 'Why, in words; the team reads it, the buyer does not.')),
  expectedVersion: Type.Optional(Whole('Refused when the order has another version by now.')),
  approvalNote: Type.Optional(
    Text(500, 0, 'Where an approval is needed: ask for it with this note instead of refusing.'),
  ),
  preview: Type.Optional(
    Type.Boolean({ description: 'Tell what would come of it; nothing is changed or told.' }),
  ),
};

/** Fields every act on an order takes besides its own. */
export const ActFields = Strict(common);

/** The body of an act: its own fields and those of every act. */
export const actBody = <P extends Record<string, TSchema>>(fields: P) =>
  Strict({ ...fields, ...common });

/** One thing done to an order; the row is never deleted. */
export const OrderAct = Type.Object({
  id: Id,
  orderId: Id,
  kind: OrderActKind,
  state: OrderActState,
  amountMinor: Nullable(
    Type.Integer({ description: 'Above zero: to the buyer. Below: charged. Null: no money.' }),
  ),
  currency: Currency,
  reason: Type.String({ description: "The shop's reason code or the words of who did it." }),
  params: Type.Record(Type.String(), Type.Unknown(), {
    description: 'What changed, before and after, without personal data.',
  }),
  byKind: OneOf(['member', 'buyer', 'system', 'key'] as const),
  byId: Nullable(Id),
  byName: Type.String(),
  approvalId: Nullable(Id),
  at: Instant,
  settledAt: Nullable(Instant),
  failure: Nullable(Type.String({ description: 'Why it failed.' })),
});

/** A limit an act ran into. */
export const ActLimit = Type.Object({
  limit: OneOf([
    'per_act',
    'per_order',
    'per_buyer_day',
    'per_day',
    'floor',
    'not_granted',
  ] as const),
  limitMinor: Minor,
  usedMinor: Minor,
  wantedMinor: Minor,
  currency: Type.String(),
});

/** An approval that was asked for. */
export const ActApproval = Type.Object({ id: Id, state: Type.String() });

/** What became of an act. */
export const OrderActed = Type.Object({
  state: OneOf(
    ['done', 'pending', 'asked', 'preview'] as const,
    'asked: nothing is changed, an approval decides. preview: nothing is changed.',
  ),
  act: Nullable(OrderAct),
  approval: Nullable(ActApproval),
  authority: Type.Object({
    verdict: OneOf(['yes', 'ask'] as const),
    why: Type.Array(ActLimit),
  }),
  order: OrderCard,
});

/** Data of `order.acted`: something was done to an order, or a pending act was settled. */
export const OrderActedEvent = Type.Object({
  orderId: Id,
  shopId: Id,
  buyerId: Nullable(Id),
  version: Type.Integer(),
  status: Type.String(),
  act: Type.Object({
    id: Id,
    kind: OrderActKind,
    state: OrderActState,
    amountMinor: Nullable(Type.Integer()),
    currency: Currency,
    params: Type.Record(Type.String(), Type.Unknown()),
  }),
  conversationId: Nullable(Id),
});

/** Lines an act is about; without a quantity the whole line. */
export const ActLine = Strict({
  lineNo: LineNo,
  quantity: Type.Optional(Quantity),
});

export type OrderActShape = Static<typeof OrderAct>;
export type OrderActedShape = Static<typeof OrderActed>;
export type OrderActKindWord = Static<typeof OrderActKind>;
export type OrderActStateWord = Static<typeof OrderActState>;

export * from './orders.acts.words.ts';
