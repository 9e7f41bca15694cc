import { PromiseEvent, PromiseState } from './promises.events.ts';
import { Can, Id, Instant, Nullable, OneOf, type Static, Text, Type } from './schema.ts';

/** Something promised to a buyer. */
export const TeamPromise = Type.Object({
  id: Id,
  shopId: Id,
  shopName: Type.String(),
  buyerId: Id,
  buyerName: Type.String(),
  conversationId: Nullable(Id),
  messageId: Nullable(Id),
  orderId: Nullable(Id),
  orderNumber: Nullable(Type.String()),
  productId: Nullable(Id),
  productTitle: Type.String({ description: 'Empty when it is about no product.' }),
  sentence: Type.String({ description: 'As it was said to the buyer.' }),
  memberId: Nullable(Id),
  memberName: Type.String({ description: 'Who promised, whoever serves the buyer since.' }),
  event: PromiseEvent,
  state: PromiseState,
  madeAt: Instant,
  dueAt: Nullable(
    Type.String({ description: 'Null: its clock starts when the thing has arrived.' }),
  ),
  readyAt: Nullable(
    Type.String({ description: 'When the thing arrived and the buyer is to be told.' }),
  ),
  extensions: Type.Integer({ description: 'How often the buyer was told of a later time.' }),
  soon: Type.Boolean({ description: 'Three quarters of its time are over.' }),
  settledAt: Nullable(Instant),
  settledByName: Type.String({ description: 'Empty: by the event itself.' }),
  reason: Type.String({ description: 'Why it was cancelled, or how it was kept.' }),
  can: Can,
});

/** An order or a product a promise may be about. */
const Choice = Type.Object({ id: Id, name: Type.String() });

/** What a sentence would promise, to be confirmed by a person. */
export const PromiseProposal = Type.Object({
  sentence: Text(500),
  messageId: Nullable(Id),
  read: Type.Boolean({
    description: 'A promise was read out of the text; false: only a beginning.',
  }),
  event: PromiseEvent,
  dueAt: Nullable(Instant),
  orderId: Nullable(Id),
  orders: Type.Array(Choice, { description: "The buyer's orders in this shop, newest first." }),
  quick: Type.Array(
    Type.Object({
      key: OneOf(['evening', 'today', 'tomorrow', 'hours48'] as const),
      at: Instant,
    }),
  ),
  promiseId: Nullable(Type.String({ description: 'The promise this message is already.' })),
});

/** How a person, or a shop, keeps its promises. */
export const PromiseRate = Type.Object({
  memberId: Nullable(Id),
  memberName: Type.String(),
  shopId: Nullable(Id),
  shopName: Type.String(),
  made: Type.Integer(),
  kept: Type.Integer({ description: 'Fulfilled before their time was over.' }),
  late: Type.Integer({ description: 'Fulfilled after it.' }),
  broken: Type.Integer({ description: 'Time over, not fulfilled.' }),
  cancelled: Type.Integer(),
  open: Type.Integer(),
  rate: Nullable(
    Type.Number({
      description: 'kept / (kept + late + broken); null while none has come to its time.',
    }),
  ),
});

export type TeamPromiseShape = Static<typeof TeamPromise>;
export type PromiseProposalShape = Static<typeof PromiseProposal>;
export type PromiseRateShape = Static<typeof PromiseRate>;
