import type { cards, orders, Static } from '@guitai/contract';

type Parcel = orders.TrackedParcelShape;

/** Steps a card carries; older ones stay in the tracking view. */
const mostSteps = 30;

const movedAt = (parcel: Parcel): string => parcel.lastEvent?.at ?? '';

/** The parcel asked for; without a wish the one that moved last. Null when there is none. */
export function parcelToShow(parcels: readonly Parcel[], id?: string): Parcel | null {
  if (id !== undefined) return parcels.find((parcel) => parcel.id === id) ?? null;
  const [latest] = [...parcels].sort((a, b) => (movedAt(a) < movedAt(b) ? 1 : -1));
  return latest ?? null;
}

/** The card of a parcel: its way so far, newest step first, as a snapshot. Steps without a time are left out. */
export const cardOfParcel = (
  orderNumber: string,
  parcel: Parcel,
): Static<typeof cards.TrackingCard> => ({
  type: 'tracking',
  id: parcel.id,
  orderNumber,
  carrier: parcel.carrierName || parcel.carrier,
  number: parcel.number,
  state: parcel.status,
  steps: parcel.events
    .flatMap(({ at, text, place }) => (at === null ? [] : [{ at, text, place }]))
    .slice(0, mostSteps),
});
