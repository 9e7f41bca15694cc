import { MaskedAddress } from './address.ts';
import { Options } from './catalog.ts';
import { OrderSource, OrderStatus, ParcelStatus, PaymentKind, RemarkFlag } from './orders.words.ts';
import {
  Attributes,
  Can,
  Currency,
  Id,
  Instant,
  Minor,
  Nullable,
  OneOf,
  type Static,
  Type,
} from './schema.ts';

/** One line, as it was bought. */
export const OrderLine = Type.Object({
  id: Id,
  no: Type.Integer({ description: 'Place in the order, from 1; the same thing may stand twice.' }),
  productId: Nullable(Id),
  variantId: Nullable(Id),
  productExternalId: Type.String(),
  sku: Type.String({ description: "Of the variant; the source's item id where it has no SKU." }),
  title: Type.String(),
  options: Options,
  pictureUrl: Nullable(Type.String()),
  url: Nullable(Type.String()),
  quantity: Type.Integer({ minimum: 1 }),
  unitMinor: Minor,
  discountMinor: Minor,
  totalMinor: Type.Integer({ description: 'quantity × unitMinor − discountMinor.' }),
  attributes: Attributes,
});

/** total = goods − discount + postage + adjustment; due = total − paid; paid − refunded = what the shop keeps. */
export const OrderTotals = Type.Object({
  goodsMinor: Minor,
  discountMinor: Minor,
  postageMinor: Minor,
  adjustmentMinor: Type.Integer({
    description: 'What the source adds or takes without saying why.',
  }),
  totalMinor: Minor,
  paidMinor: Minor,
  refundedMinor: Minor,
  dueMinor: Type.Integer({
    description:
      'Still to be paid: the price, or a supplement after it; 0 once cancelled or closed.',
  }),
});

/** Money that moved. */
export const OrderPayment = Type.Object({
  id: Id,
  direction: OneOf(['payment', 'refund'] as const),
  cause: OneOf(
    ['payment', 'refund', 'goodwill', 'compensation', 'price_protection', 'cashback'] as const,
    'What money went back for; payment where it came in.',
  ),
  state: OneOf(
    ['done', 'pending', 'failed'] as const,
    'pending: a gateway, a person or the platform has still to move it.',
  ),
  kind: PaymentKind,
  sourceKind: Type.String({ description: 'What the source called it; empty where it did not.' }),
  methodId: Nullable(Id),
  label: Type.String({ description: 'For people, e.g. visa ••9212.' }),
  amountMinor: Minor,
  reference: Type.String(),
  at: Nullable(Instant),
});

/** A step of a parcel's way. */
export const ParcelEvent = Type.Object({
  at: Nullable(Instant),
  status: ParcelStatus,
  sourceStatus: Type.String(),
  text: Type.String(),
  place: Type.String(),
  operator: Type.String(),
});

export const Parcel = Type.Object({
  id: Id,
  carrier: Type.String({ description: 'Code of the carrier; empty where not told.' }),
  carrierName: Type.String(),
  number: Type.String({ description: "The carrier's number; not unique, some sources repeat it." }),
  status: ParcelStatus,
  sourceStatus: Type.String(),
  promisedAt: Nullable(Instant),
  deliveredAt: Nullable(Instant),
  lineNos: Type.Array(Type.Integer(), { description: 'Lines in it; empty: not told.' }),
  trouble: Nullable(
    OneOf(['problem', 'stuck', 'late', 'returning', 'returned'] as const, 'What needs a hand.'),
  ),
  lastEvent: Nullable(ParcelEvent),
  attributes: Attributes,
});

export const TrackedParcel = Type.Object({
  ...Parcel.properties,
  events: Type.Array(ParcelEvent, { description: 'Newest first.' }),
});

export const OrderRemark = Type.Object({
  id: Id,
  flag: RemarkFlag,
  text: Type.String(),
  byKind: OneOf(['member', 'buyer', 'system', 'key'] as const),
  byId: Nullable(Id),
  byName: Type.String(),
  at: Instant,
});

/** A question to the buyer and the answer; the newest of its kind. */
export const OrderCheck = Type.Object({
  state: OneOf(['asked', 'confirmed', 'change_wanted', 'withdrawn', 'outdated'] as const),
  askedAt: Nullable(Instant),
  answeredAt: Nullable(Instant),
  answer: Nullable(Type.String({ description: "The buyer's own words." })),
});

/** Another address the buyer wants; nothing is changed until somebody accepts it. */
export const AddressChange = Type.Object({
  id: Id,
  state: OneOf(['proposed', 'accepted', 'refused'] as const),
  address: MaskedAddress,
  note: Type.String(),
  byKind: OneOf(['member', 'buyer', 'system', 'key'] as const),
  proposedAt: Instant,
  decidedAt: Nullable(Instant),
  decidedByName: Nullable(Type.String()),
});

/** One thing that happened, for the status line. */
export const OrderStep = Type.Object({
  code: OneOf([
    'placed',
    'paid',
    'preparing',
    'shipped',
    'delivered',
    'received',
    'completed',
    'returned',
    'cancelled',
    'closed_unpaid',
    'refunded',
    'reminded',
    'order_confirmed',
    'address_confirmed',
    'address_changed',
  ] as const),
  at: Nullable(Instant),
  text: Type.String({ description: 'Words of the source; empty where there are none.' }),
});

/** An order in a list. */
export const OrderSummary = Type.Object({
  id: Id,
  shopId: Id,
  buyerId: Nullable(Id),
  buyerName: Type.String(),
  number: Type.String(),
  status: OrderStatus,
  sourceStatus: Type.String(),
  currency: Currency,
  totalMinor: Minor,
  paidMinor: Minor,
  refundedMinor: Minor,
  lineCount: Type.Integer(),
  quantity: Type.Integer(),
  firstTitle: Type.String(),
  pictureUrl: Nullable(Type.String()),
  flag: RemarkFlag,
  placedAt: Nullable(Instant),
  updatedAt: Instant,
});

/** The invoice in force; one of before stays in the acts. */
export const OrderInvoice = Type.Object({
  id: Id,
  kind: OneOf(['personal', 'company', 'special'] as const),
  title: Type.String({ description: "Covered where it is a person's name." }),
  amountMinor: Minor,
  at: Instant,
});

/** A visit at the buyer. */
export const OrderAppointment = Type.Object({
  id: Id,
  service: OneOf(['installation', 'repair', 'maintenance', 'other'] as const),
  date: Type.String({ description: "Day in the shop's time zone, YYYY-MM-DD." }),
  slot: OneOf(['any', 'morning', 'afternoon', 'evening'] as const),
  lineNo: Nullable(Type.Integer()),
  note: Type.String(),
  state: OneOf(['booked', 'called_off'] as const),
});

/** Everything an agent needs of an order, in one piece. */
export const OrderCard = Type.Object({
  id: Id,
  shopId: Id,
  buyerId: Nullable(Id),
  buyerName: Type.String(),
  number: Type.String(),
  externalId: Type.String(),
  source: OrderSource,
  url: Nullable(Type.String()),
  status: OrderStatus,
  sourceStatus: Type.String({ description: 'As the source wrote it; empty for own orders.' }),
  currency: Currency,
  lines: Type.Array(OrderLine),
  totals: OrderTotals,
  payments: Type.Array(OrderPayment),
  address: Nullable(MaskedAddress),
  addressChange: Nullable(AddressChange),
  parcels: Type.Array(Parcel),
  timeline: Type.Array(OrderStep, { description: 'Oldest first; unknown times stand in order.' }),
  flag: RemarkFlag,
  remarks: Type.Array(OrderRemark, { description: 'Newest first, at most 20.' }),
  checks: Type.Object({ order: Nullable(OrderCheck), address: Nullable(OrderCheck) }),
  remindedAt: Nullable(Instant),
  buyerNote: Type.String(),
  attributes: Attributes,
  placedAt: Nullable(Instant),
  paidAt: Nullable(Instant),
  updatedAt: Instant,
  /** Age of the data: when the source was last read; null for our own orders. */
  mirroredAt: Nullable(Instant),
  urgent: Type.Optional(Type.Boolean({ description: 'The warehouse sees it first.' })),
  invoice: Type.Optional(Nullable(OrderInvoice)),
  appointments: Type.Optional(Type.Array(OrderAppointment)),
  alert: Type.Optional(
    Nullable(
      OneOf(
        ['address_and_refund'] as const,
        'address_and_refund: another address and money back within a day.',
      ),
    ),
  ),
  handledAt: Type.Optional(
    Nullable(
      Type.Unsafe<string>({
        ...Instant,
        description: 'An imported order acted on here is ours from then on; later files leave it.',
      }),
    ),
  ),
  version: Type.Integer(),
  can: Can,
});

/** What a buyer has bought, for one currency. */
export const BuyerSpend = Type.Object({
  currency: Currency,
  orderCount: Type.Integer(),
  paidMinor: Minor,
  refundedMinor: Minor,
  refundedOrders: Type.Integer({ description: 'refundedOrders / orderCount is the refund rate.' }),
});

/** A means of payment the buyer keeps, with its balance where it has one. */
export const PaymentMethod = Type.Object({
  id: Id,
  shopId: Id,
  kind: PaymentKind,
  sourceKind: Type.String(),
  label: Type.String(),
  balanceMinor: Nullable(Minor),
  currency: Currency,
  mirroredAt: Nullable(Instant),
});

export type OrderCardShape = Static<typeof OrderCard>;
export type OrderSummaryShape = Static<typeof OrderSummary>;
export type OrderLineShape = Static<typeof OrderLine>;
export type ParcelShape = Static<typeof Parcel>;
export type TrackedParcelShape = Static<typeof TrackedParcel>;
