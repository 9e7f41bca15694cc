import type { offers } from '@guitai/contract';

/** How a shop gives way: what it takes for sending, its budgets, and the steps of its ladder, the cheapest first. */
export type Settings = Omit<offers.OfferSettingsShape, 'shopId' | 'currency' | 'can'>;

export const defaultOffers: Settings = {
  postageMinor: 0,
  postageFreeFromMinor: null,
  dayBudgetMinor: null,
  monthBudgetMinor: null,
  unpaidHours: 2,
  ladder: [
    { rung: 'postage', on: true, templateId: null, mostPercent: 0 },
    { rung: 'coupon', on: true, templateId: null, mostPercent: 0 },
    { rung: 'bundle', on: true, templateId: null, mostPercent: 0 },
    { rung: 'price', on: true, templateId: null, mostPercent: 10 },
  ],
};

/** What a cart of this worth pays for sending. */
export const postageOf = (
  { postageMinor, postageFreeFromMinor }: Settings,
  goodsMinor: number,
): number =>
  postageFreeFromMinor !== null && goodsMinor >= postageFreeFromMinor ? 0 : postageMinor;
