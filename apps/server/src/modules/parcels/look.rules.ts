import type { ParcelSettings } from './settings.rules.ts';
import type { ParcelRow, WatchRow } from './tables.ts';
import { nextAsk } from './tend.rules.ts';
import { causeToCome } from './trouble.rules.ts';
import { standingOf } from './watch.rules.ts';

export const isFollowed = (watch: Pick<WatchRow, 'providerId' | 'carrierCode'>): boolean =>
  watch.providerId !== null && watch.carrierCode !== null;

/** When a parcel is looked at next: when it is asked for, or when it will have lain too long. Null: never. */
export function nextLook(
  row: ParcelRow,
  watch: WatchRow,
  settings: ParcelSettings,
  open: readonly string[],
): Date | null {
  if (watch.ended) return null;
  if (isFollowed(watch) && watch.subscription === 'wanted' && watch.failures === 0)
    return new Date(0);
  const coming = causeToCome(standingOf(row, watch), settings);
  const alarm = coming && !open.includes(coming.cause) ? coming.at : null;
  const ask = nextAsk({ ...watch, followed: isFollowed(watch) });
  const times = [alarm, ask].filter((time) => time !== null).map((time) => time.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}
