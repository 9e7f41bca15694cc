/** The cards of a conversation: one shape for the buyer's chat, the desk and the API. */
import { MaskedAddress } from './address.ts';
import { OrderActKind, OrderActState } from './orders.acts.words.ts';
import { Currency, Id, Instant, Minor, Nullable, Text, Type } from './schema.ts';

/** One line of an order as it stood when the card was last refreshed. */
export const CardItem = Type.Object({
  title: Text(500),
  variant: Text(300, 0, 'The chosen colour, size …; empty when the product has one form.'),
  sku: Text(200),
  imageUrl: Nullable(Text(2000)),
  quantity: Type.Integer(),
  unitMinor: Minor,
});

/** An order as a card shows it. */
export const CardOrder = Type.Object({
  id: Id,
  number: Text(100),
  state: Text(40, 0, 'State of the order, as in the orders module.'),
  currency: Currency,
  itemsMinor: Minor,
  discountMinor: Minor,
  postageMinor: Minor,
  totalMinor: Minor,
  /** Null where the source of the order does not tell. */
  placedAt: Nullable(Instant),
  url: Nullable(Text(2000, 0, "The order's page in the shop; null when the shop has none.")),
  items: Type.Array(CardItem),
});

/** A product, with the price and stock of the moment the card was made or refreshed. */
export const ProductCard = Type.Object({
  type: Type.Literal('product'),
  id: Type.String({ description: 'Id of the product.' }),
  title: Text(500),
  imageUrl: Nullable(Text(2000)),
  url: Nullable(Text(2000)),
  currency: Currency,
  priceMinor: Minor,
  stock: Nullable(Type.Integer({ description: 'Pieces left; null when not counted.' })),
  inSale: Type.Boolean({ description: 'False once the product is off the shelf.' }),
});

/** An order, shown for reference. */
export const OrderCard = Type.Object({
  type: Type.Literal('order'),
  id: Type.String({ description: 'Id of the order.' }),
  order: CardOrder,
});

/** What has become of a question to the buyer. */
export const CheckState = Type.Union(
  (['asked', 'confirmed', 'change_wanted', 'withdrawn', 'outdated'] as const).map((s) =>
    Type.Literal(s),
  ),
  {
    description: 'outdated: the order changed before the buyer answered; nothing can be answered.',
  },
);

/** "Is this order right?": the buyer answers in the chat, the answer is written on the order. */
export const OrderCheckCard = Type.Object({
  type: Type.Literal('orderCheck'),
  id: Type.String({ description: 'Id of the check.' }),
  state: CheckState,
  order: CardOrder,
  answer: Nullable(Text(1000, 0, 'What the buyer wants changed, in own words.')),
  answeredAt: Nullable(Instant),
});

/**
 * "Is this address right?": a correction becomes a proposed change of address.
 * The card itself is covered for everybody; the buyer's chat reads the whole address by `getCheckedAddress`.
 */
export const AddressCheckCard = Type.Object({
  type: Type.Literal('addressCheck'),
  id: Type.String({ description: 'Id of the check.' }),
  state: CheckState,
  orderNumber: Text(100),
  address: MaskedAddress,
  proposed: Nullable(MaskedAddress),
  answer: Nullable(Text(1000)),
  answeredAt: Nullable(Instant),
});

/** An order placed and not paid. `state` follows the order by itself. */
export const PaymentReminderCard = Type.Object({
  type: Type.Literal('paymentReminder'),
  id: Type.String({ description: 'Id of the reminder.' }),
  state: Type.Union([Type.Literal('due'), Type.Literal('paid'), Type.Literal('cancelled')]),
  order: CardOrder,
});

/** A parcel and its way, newest step first. */
export const TrackingCard = Type.Object({
  type: Type.Literal('tracking'),
  id: Type.String({ description: 'Id of the parcel.' }),
  orderNumber: Text(100),
  carrier: Text(100),
  number: Text(100, 0, "The carrier's number."),
  state: Text(40, 0, 'State of the parcel, as in the orders module.'),
  steps: Type.Array(Type.Object({ at: Instant, text: Text(1000), place: Text(200) })),
});

/** Something was done to an order; the words are in the buyer's language, the desk words it from `kind` and `params`. */
export const ActCard = Type.Object({
  type: Type.Literal('act'),
  id: Type.String({ description: 'Id of the act.' }),
  kind: OrderActKind,
  state: OrderActState,
  orderId: Id,
  orderNumber: Text(100),
  amountMinor: Nullable(
    Type.Integer({ description: 'Above zero: to the buyer; below: charged; null: no money.' }),
  ),
  currency: Currency,
  title: Text(300),
  lines: Type.Array(Type.Object({ label: Text(200), value: Text(1000) })),
  links: Type.Array(Type.Object({ label: Text(200), url: Text(2000) })),
  params: Type.Record(Type.String(), Type.Unknown(), {
    description: 'What changed, without personal data.',
  }),
});

/** What an information card tells of; open for what modules learn to tell. */
export const InfoKind = Type.String({
  pattern: '^[a-z_]{3,40}$',
  description: 'coupon, offer, knowledge, parcel_notice, care, review_invitation, restock …',
});

/**
 * Something to know, worded by the server in the buyer's language: a coupon, an answer from the knowledge base, a notice.
 * One shape for all of them, so that a buyer's chat shows a new kind without knowing it.
 */
export const InfoCard = Type.Object({
  type: Type.Literal('info'),
  id: Type.String({ description: 'Id of what it tells of.' }),
  kind: InfoKind,
  state: Text(40, 0, 'State of what it tells of, as its module calls it; empty when it has none.'),
  title: Text(300),
  text: Text(4000),
  imageUrl: Nullable(Text(2000)),
  lines: Type.Array(Type.Object({ label: Text(200), value: Text(1000) })),
  links: Type.Array(Type.Object({ label: Text(200), url: Text(2000) })),
  params: Type.Record(Type.String(), Type.Unknown(), {
    description: 'What it is made of, without personal data.',
  }),
});

/** Any card; `type` tells which. */
export const Card = Type.Union([
  ProductCard,
  OrderCard,
  OrderCheckCard,
  AddressCheckCard,
  PaymentReminderCard,
  TrackingCard,
  ActCard,
  InfoCard,
]);
