import { ParcelStatus } from './orders.words.ts';
import { Id, Instant, Nullable, OneOf, type Static, Type } from './schema.ts';

/** What is wrong with a parcel, so that somebody has to look. */
export const ParcelCause = OneOf(
  [
    'not_collected',
    'stuck',
    'unclaimed',
    'failed',
    'address',
    'refused',
    'damaged',
    'returning',
    'returned',
  ] as const,
  'not_collected: shipped, but the carrier does not have it. stuck: no step for longer than its stage takes. unclaimed: lies at the pick-up point. failed: could not be delivered. address: the address or the phone number does not do.',
);

/** Data of `parcel.moved`: a parcel is somewhere else than before, whoever told it; `before` null: first heard of. */
export const ParcelMoved = Type.Object({
  parcelId: Id,
  orderId: Id,
  shopId: Id,
  buyerId: Nullable(Id),
  state: ParcelStatus,
  before: Nullable(ParcelStatus),
  at: Nullable(Instant),
});

/** Data of `parcel.stuck` (an episode began) and `parcel.freed` (it is over). */
export const ParcelTrouble = Type.Object({
  problemId: Id,
  parcelId: Id,
  orderId: Id,
  shopId: Id,
  buyerId: Nullable(Id),
  cause: ParcelCause,
  since: Instant,
});

/** Event types of parcels with the shape of their data. */
export const parcelEvents = {
  'parcel.moved': ParcelMoved,
  'parcel.stuck': ParcelTrouble,
  'parcel.freed': ParcelTrouble,
} as const;

export type ParcelCauseWord = Static<typeof ParcelCause>;
