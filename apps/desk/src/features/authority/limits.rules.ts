import type { access } from '@guitai/contract';

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
  'cashback',
  'total',
];

/** Acts that lower a price or postage and so have a floor. */
export const hasFloor = (action: access.LimitKeyWord): boolean =>
  action === 'price' || action === 'discount' || action === 'postage';

const bounds = ['perActMinor', 'perOrderMinor', 'perBuyerDayMinor', 'perDayMinor'] as const;
export type Bound = (typeof bounds)[number];

export const isUnlimited = (limit: Limit): boolean =>
  bounds.every((bound) => limit[bound] === null) && limit.floorPercent === null;

export const alwaysAsks = (limit: Limit): boolean => bounds.some((bound) => limit[bound] === 0);

export { bounds };
