import { ParcelStatus } from './orders.words.ts';
import { ParcelCause } from './parcels.events.ts';
import { Can, Id, Instant, Nullable, OneOf, type Static, Text, Type } from './schema.ts';

export const ProviderKind = OneOf(['kuaidi100', 'kdniao', 'sandbox'] as const);

/** How a provider is. */
export const ProviderState = OneOf(
  ['new', 'ok', 'down', 'denied'] as const,
  'new: not asked yet. down: does not answer. denied: answers, but the credentials do not do or the account is empty.',
);

export const ParcelProvider = Type.Object({
  id: Id,
  kind: ProviderKind,
  shopId: Nullable(Type.String({ description: 'Only parcels of this shop; null: of every shop.' })),
  enabled: Type.Boolean(),
  state: ProviderState,
  since: Instant,
  trouble: Type.String({ description: 'What the provider said; empty while it is well.' }),
  watching: Type.Integer({ description: 'Parcels under way that are asked of it.' }),
  callbackPath: Type.String({
    description: 'Path below the public address to which it tells by itself.',
  }),
  secrets: Type.Array(Type.String(), { description: 'Names of the secrets it takes.' }),
  can: Can,
});

const hours = (description: string) => Type.Integer({ minimum: 1, maximum: 2160, description });

/** When a parcel needs a hand, and what a delivery means. */
export const ParcelSettings = Type.Object({
  watch: Type.Boolean({ description: 'Off: no parcel of the shop is watched.' }),
  collectHours: hours('So long after shipping the carrier should have it.'),
  wayHours: hours('So long a parcel on its way may go without a step.'),
  cityHours: hours("So long it may lie in the recipient's town."),
  deliveryHours: hours('So long it may be out for delivery.'),
  customsHours: hours('So long it may be with customs.'),
  stationDays: Type.Integer({
    minimum: 1,
    maximum: 30,
    description: 'So long it may wait at the pick-up point.',
  }),
  deliver: OneOf(
    ['signed', 'in_person', 'by_hand'] as const,
    'What makes an own order delivered. signed: any signature, also at a locker. in_person: only a person. by_hand: only a colleague.',
  ),
});

/** The stages of a way as it is drawn. */
export const ParcelStage = OneOf([
  'label',
  'way',
  'town',
  'delivering',
  'station',
  'delivered',
  'back',
  'cancelled',
] as const);

/** Something that is or was wrong with a parcel. */
export const ParcelMark = Type.Object({
  problemId: Id,
  cause: ParcelCause,
  since: Instant,
  taskId: Nullable(Id),
});

/** What is known of a parcel beside its steps. */
export const ParcelRoute = Type.Object({
  parcelId: Id,
  stage: ParcelStage,
  status: ParcelStatus,
  place: Type.String({ description: 'Where it was last; empty when no step tells.' }),
  shippedAt: Nullable(Instant),
  lastAt: Nullable(Instant),
  readAt: Nullable(Type.String({ description: 'When its data was read last.' })),
  carrier: Nullable(Type.Object({ code: Type.String(), name: Type.String() })),
  provider: Nullable(ProviderKind),
  trouble: Type.String({ description: 'Why the provider tells nothing; empty while it does.' }),
  marks: Type.Array(ParcelMark),
  can: Can,
});

/** A parcel that needs, or needed, a hand. */
export const ProblemParcel = Type.Object({
  problemId: Id,
  parcelId: Id,
  orderId: Id,
  orderNumber: Type.String(),
  shopId: Id,
  shopName: Type.String(),
  buyerId: Nullable(Id),
  buyerName: Type.String(),
  conversationId: Nullable(Id),
  cause: ParcelCause,
  since: Instant,
  openedAt: Instant,
  closedAt: Nullable(Instant),
  taskId: Nullable(Id),
  carrier: Type.String(),
  number: Type.String(),
  status: ParcelStatus,
  lastText: Type.String(),
  lastPlace: Type.String(),
  lastAt: Nullable(Instant),
  writtenAt: Nullable(
    Type.String({ description: 'When the buyer was written to about it from here.' }),
  ),
});

export const Carrier = Type.Object({ code: Type.String(), name: Type.String() });

export const Secrets = Type.Record(Type.String({ pattern: '^[A-Za-z]{1,40}$' }), Text(500), {
  maxProperties: 6,
  description:
    'kuaidi100: customer, key, salt. kdniao: businessId, appKey. sandbox: secret. Kept sealed, never shown again.',
});

export type ParcelProviderShape = Static<typeof ParcelProvider>;
export type ParcelSettingsShape = Static<typeof ParcelSettings>;
export type ParcelStageWord = Static<typeof ParcelStage>;
export type ParcelRouteShape = Static<typeof ParcelRoute>;
export type ProblemParcelShape = Static<typeof ProblemParcel>;
