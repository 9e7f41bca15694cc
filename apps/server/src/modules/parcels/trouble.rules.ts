import type { orders, parcels } from '@guitai/contract';
import type { ParcelSettings } from './settings.rules.ts';
import { stageOf } from './stage.rules.ts';

type Cause = parcels.ParcelCauseWord;

/** What of a parcel decides whether it needs a hand. */
export interface Standing {
  readonly status: orders.ParcelStatusWord;
  /** Steps in somebody's words; with none and nobody to ask, silence says nothing. */
  readonly told: number;
  readonly followed: boolean;
  readonly word: string;
  readonly lastText: string;
  readonly lastAt: Date | null;
  readonly shippedAt: Date;
}

const place = /柜|櫃|驿站|驛站|自提|取件|代收|locker|pick-?up/i;
const address = /地址|电话错误|電話錯誤|电话有误|號碼有誤|号码错误|空号|address|phone number/i;

/** What is wrong by what the carrier says; null while it says nothing of the kind. */
export function causeTold({ status, word, lastText }: Standing): Cause | null {
  const said = `${word} ${lastText}`;
  if (status === 'refused' || status === 'returning' || status === 'returned') return status;
  if (status === 'damaged' || status === 'stuck') return status;
  if (status === 'out_of_area') return 'address';
  if (status === 'overdue') return place.test(said) ? 'unclaimed' : 'failed';
  if (status === 'unreachable' || status === 'problem')
    return address.test(said) ? 'address' : 'failed';
  return null;
}

const hour = 3_600_000;

/** Hours a parcel may lie where it is; null where it may lie for ever. */
const patience = (parcel: Standing, settings: ParcelSettings): readonly [Cause, number] | null => {
  const stage = stageOf(parcel);
  if (stage === 'label') return ['not_collected', settings.collectHours];
  if (stage === 'station') return ['unclaimed', settings.stationDays * 24];
  if (stage === 'delivering') return ['stuck', settings.deliveryHours];
  if (stage === 'town') return ['stuck', settings.cityHours];
  if (stage !== 'way') return null;
  return ['stuck', parcel.status === 'customs' ? settings.customsHours : settings.wayHours];
};

/** What will be wrong if nothing moves, since when it lies, and from when it is wrong. */
export function causeToCome(
  parcel: Standing,
  settings: ParcelSettings,
): { readonly cause: Cause; readonly since: Date; readonly at: Date } | null {
  if (causeTold(parcel) !== null || (parcel.told === 0 && !parcel.followed)) return null;
  const limit = patience(parcel, settings);
  if (!limit) return null;
  const [cause, hours] = limit;
  const since = cause === 'not_collected' ? parcel.shippedAt : (parcel.lastAt ?? parcel.shippedAt);
  return { cause, since, at: new Date(since.getTime() + hours * hour) };
}

const historyMs = 30 * 24 * hour;

/** What came in when it had been lying for a month is history: nobody is called for it. */
export const isHistory = (parcel: Pick<Standing, 'lastAt' | 'shippedAt'>, now: Date): boolean =>
  now.getTime() - (parcel.lastAt ?? parcel.shippedAt).getTime() > historyMs;
