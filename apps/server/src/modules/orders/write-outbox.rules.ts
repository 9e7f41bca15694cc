import type { AddressShape } from '@guitai/contract';

/** Some pieces of a line, by its place in the order. */
export interface WrittenLine {
  readonly lineNo: number;
  readonly quantity: number;
}

/** What a platform may be asked to do to one of its orders. Amounts are minor units of the order's currency. */
export type OrderWrite =
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'address'; readonly address: AddressShape }
  | {
      readonly kind: 'items';
      readonly changes: readonly (WrittenLine & { readonly variantExternalId: string })[];
    }
  /** The postage as it shall be, and as it was when somebody decided that. */
  | { readonly kind: 'postage'; readonly postageMinor: number; readonly wasMinor: number }
  /** So much more off the whole order; below zero: so much less. */
  | { readonly kind: 'discount'; readonly amountMinor: number; readonly name: string }
  /** Without lines: everything that has not left yet. */
  | {
      readonly kind: 'ship';
      readonly carrier: string;
      readonly number: string;
      readonly lines: readonly WrittenLine[] | null;
    }
  /** `reference`: the payment it goes back to; null: whichever can bear it. */
  | {
      readonly kind: 'refund';
      readonly amountMinor: number;
      readonly reference: string | null;
      readonly reason: string;
    }
  /** Without lines: the whole order. What was paid goes back by a refund of its own. */
  | {
      readonly kind: 'cancel';
      readonly lines: readonly WrittenLine[] | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'coupon';
      readonly amountMinor: number;
      readonly buyerExternalId: string | null;
      readonly name: string;
      readonly endsAt: string | null;
    };

export type WriteKind = OrderWrite['kind'];

/** What remains where a platform lacks something; `remark`: a person does it there by hand. */
export type Fallback = 'discount' | 'refund' | 'coupon' | 'note' | 'remark';

/** The next best ways, the best first. */
const ways: Readonly<Record<WriteKind, readonly Fallback[]>> = {
  postage: ['discount', 'refund', 'coupon', 'note'],
  discount: ['refund', 'coupon', 'note'],
  refund: ['coupon', 'note'],
  coupon: ['discount', 'refund', 'note'],
  address: ['note'],
  items: ['note'],
  ship: ['note'],
  cancel: ['note'],
  note: [],
};

/** What a platform with these capabilities offers instead; a remark of ours is always possible. */
export const fallbacksFor = (kind: WriteKind, capabilities: readonly string[]): Fallback[] => [
  ...ways[kind].filter((way) => capabilities.includes(way)),
  'remark',
];

const secondsOf = (attempts: number): number => Math.min(2 ** Math.min(attempts, 12), 300);

/** When to try again after so many attempts: 2, 4, 8 … seconds, five minutes at most. */
export const nextTry = (attempts: number, now: Date, afterSeconds = 0): Date =>
  new Date(now.getTime() + Math.max(secondsOf(attempts), afterSeconds) * 1000);
