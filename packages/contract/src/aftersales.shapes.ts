import {
  CaseFault,
  CaseKind,
  CaseState,
  InspectionResult,
  PostageBy,
  Principle,
} from './aftersales.words.ts';
import { Options } from './catalog.ts';
import { OrderActed } from './orders.acts.shapes.ts';
import { OrderStatus, PaymentKind } from './orders.words.ts';
import {
  Can,
  Currency,
  Id,
  Instant,
  Minor,
  Nullable,
  OneOf,
  type Static,
  Text,
  Type,
} from './schema.ts';

/** Goods of an order in a case; for an exchange also what comes instead. */
export const CaseLine = Type.Object({
  lineNo: Type.Integer({ description: 'Place of the line in the order.' }),
  title: Type.String(),
  sku: Type.String(),
  options: Options,
  pictureUrl: Nullable(Type.String()),
  quantity: Type.Integer({ minimum: 1 }),
  unitMinor: Minor,
  newVariantId: Nullable(Id),
  newSku: Nullable(Type.String()),
  newOptions: Nullable(Options),
  newUnitMinor: Nullable(Minor),
});

/** A file of the conversation that shows what is wrong. */
export const CaseEvidence = Type.Object({
  fileId: Id,
  name: Type.String(),
  mime: Type.String(),
  byKind: OneOf(['member', 'buyer', 'system', 'key'] as const),
  at: Instant,
});

/** A parcel of a case, back to us or out again. */
export const CaseParcel = Type.Object({
  carrier: Type.String(),
  number: Type.String(),
  at: Instant,
});

/** Where money goes to or comes from. */
export const CasePayee = Type.Object({
  to: OneOf(['original', 'method'] as const, 'original: back to every method that paid.'),
  methodId: Nullable(Id),
  methodKind: Nullable(PaymentKind),
  label: Type.String({ description: 'For people; empty for the original methods.' }),
});

/** What the buyer had refunded before: the history at a glance. */
export const RefundHistory = Type.Object({
  orderCount: Type.Integer(),
  refundedOrders: Type.Integer(),
  refundedMinor: Minor,
  caseCount: Type.Integer({ description: 'Cases before this one, however they ended.' }),
});

/** A case as a card: in the queue, beside the order, in the chat. */
export const Case = Type.Object({
  id: Id,
  shopId: Id,
  orderId: Id,
  orderNumber: Type.String(),
  orderStatus: OrderStatus,
  buyerId: Nullable(Id),
  buyerName: Type.String(),
  conversationId: Nullable(Id),
  kind: CaseKind,
  state: CaseState,
  reasonCode: Type.String(),
  reasonText: Type.String({ description: "The shop's words for the reason when it was chosen." }),
  note: Type.String({ description: 'Words of who opened it.' }),
  decision: Type.String({ description: 'Why it was refused, or what evidence is wanted.' }),
  currency: Currency,
  amountMinor: Nullable(Minor),
  differenceMinor: Nullable(Minor),
  payee: CasePayee,
  fault: CaseFault,
  postageBy: PostageBy,
  lines: Type.Array(CaseLine),
  wholeOrder: Nullable(
    Type.Object(
      { title: Type.String(), pictureUrl: Nullable(Type.String()) },
      { description: 'First goods of the order where the case names no lines.' },
    ),
  ),
  evidence: Type.Array(CaseEvidence),
  parcelIn: Nullable(CaseParcel),
  parcelOut: Nullable(CaseParcel),
  inspection: Nullable(Type.Object({ result: InspectionResult, note: Type.String(), at: Instant })),
  history: RefundHistory,
  refundableMinor: Type.Integer({ description: 'Paid for the order and not refunded.' }),
  byKind: OneOf(['member', 'buyer', 'system', 'key'] as const),
  byName: Type.String(),
  openedAt: Instant,
  updatedAt: Instant,
  dueAt: Nullable(Instant),
  overdue: Type.Boolean(),
  version: Type.Integer(),
  can: Can,
});

/** One thing that happened to a case. */
export const CaseStep = Type.Object({
  id: Id,
  at: Instant,
  state: CaseState,
  note: Type.String(),
  amountMinor: Nullable(Minor),
  byKind: OneOf(['member', 'buyer', 'system', 'key'] as const),
  byName: Type.String(),
});

/** A case with its whole way, oldest first. */
export const CaseSheet = Type.Object({
  ...Case.properties,
  steps: Type.Array(CaseStep),
});

/** A case as its buyer reads it. */
export const ChatCase = Type.Object({
  id: Id,
  orderId: Id,
  orderNumber: Type.String(),
  kind: CaseKind,
  state: CaseState,
  reasonCode: Type.String(),
  reasonText: Type.String(),
  decision: Type.String(),
  currency: Currency,
  amountMinor: Nullable(Minor),
  postageBy: PostageBy,
  lines: Type.Array(CaseLine),
  parcelIn: Nullable(CaseParcel),
  parcelOut: Nullable(CaseParcel),
  openedAt: Instant,
  updatedAt: Instant,
  can: Can,
});

/** A kind that the shop's rules and the order's state allow, or why not. */
export const CaseOption = Type.Object({
  kind: CaseKind,
  allowed: Type.Boolean(),
  why: Nullable(Type.String({ description: 'Code of the refusal.' })),
  reasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() })),
});

/** What the house principles propose for some goods of an order. */
export const CaseProposal = Type.Object({
  orderId: Id,
  currency: Currency,
  kind: CaseKind,
  principle: Principle,
  fault: CaseFault,
  postageBy: PostageBy,
  amountMinor: Minor,
  refundableMinor: Minor,
  options: Type.Array(CaseOption),
  lines: Type.Array(
    Type.Object({
      lineNo: Type.Integer(),
      title: Type.String(),
      quantity: Type.Integer({ description: 'Pieces that stand in no other case.' }),
      paidMinor: Minor,
      variants: Type.Array(
        Type.Object({
          variantId: Id,
          sku: Type.String(),
          options: Options,
          priceMinor: Minor,
          stock: Nullable(Type.Integer()),
        }),
      ),
    }),
  ),
});

/** Price paid and price now of a line; what is protected is the difference. */
export const ProtectedLine = Type.Object({
  lineNo: Type.Integer(),
  title: Type.String(),
  quantity: Type.Integer(),
  paidUnitMinor: Minor,
  nowUnitMinor: Minor,
  differenceMinor: Minor,
});

export const CaseLineWanted = Type.Object(
  {
    lineNo: Type.Integer({ minimum: 1, maximum: 10_000 }),
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    newVariantId: Type.Optional(Id),
  },
  { additionalProperties: false },
);

/** Carrier and number of a parcel of a case. */
export const ParcelWanted = {
  carrier: Text(60, 1, 'Carrier, as people call it.'),
  number: Text(60, 4, "The carrier's number."),
};

/** What a step on a case answers: the act on the order, and the case as it stands now. */
export const CaseActed = Type.Object({ ...OrderActed.properties, case: Nullable(Case) });

export type CaseShape = Static<typeof Case>;
export type CaseSheetShape = Static<typeof CaseSheet>;
export type CaseLineShape = Static<typeof CaseLine>;
export type ChatCaseShape = Static<typeof ChatCase>;
export type CaseProposalShape = Static<typeof CaseProposal>;
export type CaseActedShape = Static<typeof CaseActed>;
