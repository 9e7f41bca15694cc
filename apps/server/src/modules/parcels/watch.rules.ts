import { carrierOf } from './carriers.rules.ts';
import type { ParcelSettings } from './settings.rules.ts';
import { isOver } from './stage.rules.ts';
import type { ParcelRow, ProviderRow, WatchRow } from './tables.ts';
import { causeTold, isHistory, type Standing } from './trouble.rules.ts';
import type { WatchDraft } from './watch.store.ts';

type Watch = Pick<WatchRow, 'providerId' | 'carrierCode' | 'shippedAt'>;

/** A parcel as the rules look at it. */
export const standingOf = (row: ParcelRow, watch: Watch): Standing => ({
  status: row.status,
  told: row.told,
  followed: watch.providerId !== null && watch.carrierCode !== null,
  word: row.word,
  lastText: row.lastText,
  lastAt: row.lastAt,
  shippedAt: watch.shippedAt,
});

/** Who is asked for parcels of a shop: its own provider before one for every shop. */
export const providerFor = (
  providers: readonly ProviderRow[],
  shopId: string,
): ProviderRow | undefined => {
  const enabled = providers.filter((one) => one.enabled);
  return enabled.find((one) => one.shopId === shopId) ?? enabled.find((one) => one.shopId === null);
};

const orderIsOver = ({ orderStatus }: ParcelRow): boolean =>
  ['received', 'completed', 'returned', 'cancelled', 'closed_unpaid'].includes(orderStatus);

/** What is kept of a parcel, as it is now. */
export function draftOf(
  row: ParcelRow,
  before: WatchRow | undefined,
  given: {
    readonly settings: ParcelSettings;
    readonly provider: ProviderRow | undefined;
    readonly now: Date;
  },
): WatchDraft {
  const { settings, provider, now } = given;
  const carrierCode = carrierOf(row);
  const providerId = provider && row.number !== '' && carrierCode ? provider.id : null;
  const shippedAt = before?.shippedAt ?? row.firstAt ?? row.createdAt;
  const same =
    before?.providerId === providerId &&
    before?.number === row.number &&
    before?.carrierCode === carrierCode;
  const lies = isHistory({ lastAt: row.lastAt, shippedAt }, now);
  return {
    parcelId: row.id,
    shopId: row.shopId,
    orderId: row.orderId,
    status: row.status,
    lastAt: row.lastAt,
    shippedAt,
    number: row.number,
    carrierCode,
    providerId,
    subscription: providerId === null ? 'none' : same ? before.subscription : 'wanted',
    ended:
      !settings.watch ||
      orderIsOver(row) ||
      isOver(row.status) ||
      (lies && (before?.ended ?? true)),
  };
}

/** Whether the parcel is somewhere else, or at least said something, since it was looked at. */
export const hasMoved = (before: WatchRow, draft: WatchDraft): boolean =>
  before.status !== draft.status || before.lastAt?.getTime() !== draft.lastAt?.getTime();

const fields = ['number', 'carrierCode', 'providerId', 'subscription', 'ended', 'orderId'] as const;

export const isChanged = (before: WatchRow, draft: WatchDraft): boolean =>
  hasMoved(before, draft) || fields.some((field) => before[field] !== draft[field]);

const newsMs = 72 * 3_600_000;

/** A parcel heard of for the first time is news when it moved in the last three days. */
export const isNews = (row: ParcelRow, now: Date): boolean =>
  now.getTime() - (row.lastAt ?? row.createdAt).getTime() < newsMs;

/** What is wrong with the parcel as it stands, by the carrier's words; nothing once its order is done with. */
export const wrongNow = (row: ParcelRow, draft: WatchDraft, settings: ParcelSettings) => {
  if (!settings.watch || orderIsOver(row)) return null;
  const cause = causeTold(standingOf(row, draft));
  return draft.ended && cause !== 'returned' ? null : cause;
};
