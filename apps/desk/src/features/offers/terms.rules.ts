import type { offers } from '@guitai/contract';
import { digitsOf, readAmount } from '../../lib/amount.ts';

type Terms = offers.CouponTermsShape;

/** A kind of coupon as somebody writes it down: amounts as typed. */
export interface Draft {
  readonly name: string;
  readonly kind: Terms['kind'];
  readonly amount: string;
  readonly percent: string;
  readonly cap: string;
  readonly minimum: string;
  readonly scope: Terms['scope'];
  readonly productIds: readonly string[];
  readonly categories: readonly string[];
  readonly bundle: readonly { readonly variantId: string; readonly quantity: number }[];
  readonly stacksWith: readonly Terms['kind'][];
  readonly backOnRefund: boolean;
  readonly days: string;
  readonly count: string;
  readonly perBuyer: string;
  readonly budget: string;
}

export const emptyDraft: Draft = {
  name: '',
  kind: 'amount',
  amount: '20',
  percent: '10',
  cap: '',
  minimum: '199',
  scope: 'shop',
  productIds: [],
  categories: [],
  bundle: [],
  stacksWith: [],
  backOnRefund: true,
  days: '7',
  count: '',
  perBuyer: '1',
  budget: '',
};

const whole = (text: string): number | null => {
  const value = Number(text.trim());
  return text.trim() !== '' && Number.isInteger(value) && value > 0 ? value : null;
};

/** The terms a draft says; undefined where something needed is missing or no amount. */
export function termsOf(draft: Draft, currency: string): Terms | undefined {
  const minor = (text: string) =>
    text.trim() === '' ? null : (readAmount(text, currency) ?? undefined);
  const [amount, cap, minimum] = [minor(draft.amount), minor(draft.cap), minor(draft.minimum)];
  const percent = whole(draft.percent);
  const { kind } = draft;
  const takesAmount = kind === 'amount' || kind === 'bundle';
  if (cap === undefined || minimum === undefined) return undefined;
  if (takesAmount && !amount) return undefined;
  if (kind === 'percent' && (percent === null || percent > 90)) return undefined;
  if (kind === 'bundle' && draft.bundle.length < 2) return undefined;
  const scope = kind === 'bundle' || kind === 'postage' ? 'shop' : draft.scope;
  if (scope === 'products' && draft.productIds.length === 0) return undefined;
  if (scope === 'categories' && draft.categories.length === 0) return undefined;
  return {
    kind,
    amountMinor: takesAmount ? (amount ?? null) : null,
    percent: kind === 'percent' ? percent : null,
    capMinor: takesAmount ? null : cap || null,
    minMinor: minimum ?? 0,
    scope,
    productIds: scope === 'products' ? [...draft.productIds] : [],
    categories: scope === 'categories' ? [...draft.categories] : [],
    bundle: kind === 'bundle' ? [...draft.bundle] : [],
    stacksWith: [...draft.stacksWith],
    backOnRefund: draft.backOnRefund,
  };
}

/** How many there may be, what they may cost, how long each lasts. */
export const boundsOf = (draft: Draft, currency: string) => ({
  budgetMinor: readAmount(draft.budget, currency) || null,
  maxCount: whole(draft.count),
  perBuyer: whole(draft.perBuyer),
  validFrom: null,
  validUntil: null,
  validDays: whole(draft.days),
});

/** A cart the coupon is shown on: at its minimum, else at a hundred. */
export function exampleOf(
  terms: Terms,
  currency: string,
): { beforeMinor: number; afterMinor: number } | null {
  if (terms.kind === 'postage') return null;
  const beforeMinor =
    terms.minMinor || Math.max(100 * 10 ** digitsOf(currency), (terms.amountMinor ?? 0) * 5);
  const off =
    terms.kind === 'percent'
      ? Math.min(
          Math.floor((beforeMinor * (terms.percent ?? 0)) / 100),
          terms.capMinor ?? beforeMinor,
        )
      : Math.min(terms.amountMinor ?? 0, beforeMinor);
  return { beforeMinor, afterMinor: beforeMinor - off };
}

const text = (minor: number | null, currency: string): string =>
  minor === null ? '' : String(minor / 10 ** digitsOf(currency));

/** A kind of coupon as a draft, to change it. */
export const draftOf = (one: offers.CouponTemplateShape): Draft => ({
  name: one.name,
  kind: one.terms.kind,
  amount: text(one.terms.amountMinor, one.currency),
  percent: one.terms.percent === null ? '' : String(one.terms.percent),
  cap: text(one.terms.capMinor, one.currency),
  minimum: one.terms.minMinor ? text(one.terms.minMinor, one.currency) : '',
  scope: one.terms.scope,
  productIds: one.terms.productIds,
  categories: one.terms.categories,
  bundle: one.terms.bundle,
  stacksWith: one.terms.stacksWith,
  backOnRefund: one.terms.backOnRefund,
  days: one.validDays === null ? '' : String(one.validDays),
  count: one.maxCount === null ? '' : String(one.maxCount),
  perBuyer: one.perBuyer === null ? '' : String(one.perBuyer),
  budget: text(one.budgetMinor, one.currency),
});
