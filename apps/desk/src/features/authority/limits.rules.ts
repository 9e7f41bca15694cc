import type { access } from '@guitai/contract';
import { amountText, readAmount } from '../../lib/amount.ts';

export type LimitRow = ReplyOfLimits['rows'][number];
export type Limit = LimitRow['limits'][number];
type ReplyOfLimits = {
  readonly rows: readonly {
    readonly subject: {
      readonly kind: 'role' | 'member' | 'key';
      readonly id: string;
      readonly name: string;
      readonly role: string;
    };
    readonly limits: readonly access.LimitInForceShape[];
    readonly can: readonly string[];
  }[];
};

/** Acts in the order of the table. */
export const limitOrder: readonly access.LimitKeyWord[] = [
  'refund',
  'goodwill',
  'compensation',
  'postage',
  'price',
  'discount',
  'items',
  'cancel',
  'price_protection',
  'coupon',
  'cashback',
  'total',
];

/** Acts that lower a price or postage and so have a floor. */
export const hasFloor = (action: access.LimitKeyWord): boolean =>
  action === 'price' || action === 'discount' || action === 'postage' || action === 'coupon';

const bounds = ['perActMinor', 'perOrderMinor', 'perBuyerDayMinor', 'perDayMinor'] as const;
export type Bound = (typeof bounds)[number];

export const isUnlimited = (limit: Limit): boolean =>
  bounds.every((bound) => limit[bound] === null) && limit.floorPercent === null;

export const alwaysAsks = (limit: Limit): boolean => bounds.some((bound) => limit[bound] === 0);

export { bounds };

/** The sums of a limit as they are typed. */
export type Texts = Readonly<Record<Bound, string>>;

const eachBound = <V>(of: (bound: Bound) => V) =>
  Object.fromEntries(bounds.map((bound) => [bound, of(bound)])) as Record<Bound, V>;

export const textsOf = (limit: Limit, currency: string): Texts =>
  eachBound((bound) => {
    const minor = limit[bound];
    return minor === null ? '' : amountText(minor, currency).replace(/\.0+$/, '');
  });

/** Null where nothing stands; undefined where it is no amount. */
export const amountOf = (text: string, currency: string): number | null | undefined =>
  text.trim() === '' ? null : readAmount(text, currency);

/** The sums that were typed; undefined where one of them is no amount. */
export function readTexts(
  texts: Texts,
  currency: string,
): Record<Bound, number | null> | undefined {
  const read = eachBound((bound) => amountOf(texts[bound], currency));
  return Object.values(read).includes(undefined)
    ? undefined
    : (read as Record<Bound, number | null>);
}

/** A share of 0 to 100 %, null where nothing stands, undefined where it is none. */
export function percentOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const percent = Number(text);
  return Number.isInteger(percent) && percent >= 0 && percent <= 100 ? percent : undefined;
}

export const noLimit: Limit = {
  action: 'total',
  perActMinor: null,
  perOrderMinor: null,
  perBuyerDayMinor: null,
  perDayMinor: null,
  floorPercent: null,
  beyond: 'ask',
  source: 'default',
};
