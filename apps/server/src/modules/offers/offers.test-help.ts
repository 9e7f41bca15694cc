import { offers, storefront } from '@guitai/contract';
import { type AtCounter, address } from '../../../test/counter.ts';
import type { Browser } from '../../../test/office.ts';

/** Terms of ¥20 off from ¥199, with what a test wants otherwise. */
export const termsOf = (more: Partial<offers.CouponTermsShape> = {}): offers.CouponTermsShape => ({
  kind: 'amount',
  amountMinor: 2_000,
  percent: null,
  capMinor: null,
  minMinor: 19_900,
  scope: 'shop',
  productIds: [],
  categories: [],
  bundle: [],
  stacksWith: [],
  backOnRefund: true,
  ...more,
});

interface Bounds {
  readonly budgetMinor: number | null;
  readonly maxCount: number | null;
  readonly perBuyer: number | null;
  readonly validDays: number | null;
}

const bounds = { budgetMinor: null, maxCount: null, perBuyer: null, validDays: 7 };

/** A kind of coupon of the shop. */
export const templateIn = (
  by: Browser,
  shopId: string,
  terms: Partial<offers.CouponTermsShape> = {},
  more: Partial<Bounds> = {},
) =>
  by.call(offers.createCouponTemplate, {
    shopId,
    name: '满 199 减 20',
    terms: termsOf(terms),
    validFrom: null,
    validUntil: null,
    ...bounds,
    ...more,
  });

/** The buyer orders in the demo shop. */
export const orderWith = (w: AtCounter, couponIds: string[], quantity = 2) =>
  w.chat.call(storefront.placeOrder, {
    items: [{ variantId: w.variant, quantity }],
    address,
    couponIds,
  });
