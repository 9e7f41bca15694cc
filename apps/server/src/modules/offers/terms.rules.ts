import type { offers } from '@guitai/contract';
import type { Terms } from './coupon.rules.ts';

type Bounds = Pick<
  offers.CouponTemplateShape,
  'budgetMinor' | 'maxCount' | 'perBuyer' | 'validFrom' | 'validUntil' | 'validDays'
>;

/** An uncapped percentage counts, and gives, at most its share of an order of this size in minor units. */
const largestOrder = 1_000_000;

const percentWorth = ({ percent }: Terms): number =>
  Math.floor((largestOrder * (percent ?? 0)) / 100);

/** The most a coupon of these terms can give away; `postageMinor` is what the shop takes for sending. */
export function worthOf(terms: Terms, postageMinor: number): number {
  if (terms.kind === 'amount' || terms.kind === 'bundle') return terms.amountMinor ?? 0;
  if (terms.kind === 'percent') return terms.capMinor ?? percentWorth(terms);
  return terms.capMinor ?? postageMinor;
}

/** What is left of the price at the least, for the floor of a person's authority; null where nothing can be said. */
export function leastLeft(terms: Terms): { resultMinor: number; baseMinor: number } | null {
  if (terms.kind === 'percent') {
    const left = terms.capMinor === null ? 0 : 100 - (terms.percent ?? 0);
    return { resultMinor: left, baseMinor: 100 };
  }
  const fits = terms.kind === 'amount' && terms.minMinor > 0;
  if (!fits) return null;
  return { resultMinor: terms.minMinor - (terms.amountMinor ?? 0), baseMinor: terms.minMinor };
}

const has = (value: unknown) => value !== null && value !== undefined;

/** The first field of terms that do not hold together; null where they do. */
export function faultIn(terms: Terms, bounds: Bounds, postageMinor: number): string | null {
  const { kind, amountMinor, percent, minMinor, scope, productIds, categories, bundle } = terms;
  const takesAmount = kind === 'amount' || kind === 'bundle';
  if (takesAmount !== has(amountMinor)) return 'amountMinor';
  if ((kind === 'percent') !== has(percent)) return 'percent';
  if (takesAmount && has(terms.capMinor)) return 'capMinor';
  if (kind === 'bundle' ? bundle.length < 2 : bundle.length > 0) return 'bundle';
  if (kind === 'amount' && minMinor > 0 && minMinor < (amountMinor ?? 0)) return 'minMinor';
  if ((scope === 'products') !== productIds.length > 0) return 'productIds';
  if ((scope === 'categories') !== categories.length > 0) return 'categories';
  if ((kind === 'bundle' || kind === 'postage') && scope !== 'shop') return 'scope';
  if (new Set(bundle.map((one) => one.variantId)).size !== bundle.length) return 'bundle';
  if (worthOf(terms, postageMinor) <= 0) return 'capMinor';
  if (has(bounds.budgetMinor) && (bounds.budgetMinor ?? 0) < worthOf(terms, postageMinor))
    return 'budgetMinor';
  const { validFrom, validUntil } = bounds;
  if (validFrom && validUntil && validUntil <= validFrom) return 'validUntil';
  return null;
}

/** From when until when a coupon given at this moment may be used. */
export function validity(
  bounds: Bounds,
  at: Date,
): { validFrom: string; validUntil: string | null } {
  const from =
    bounds.validFrom && bounds.validFrom > at.toISOString() ? bounds.validFrom : at.toISOString();
  const byDays =
    bounds.validDays === null
      ? null
      : new Date(Date.parse(from) + bounds.validDays * 86_400_000).toISOString();
  const ends = [bounds.validUntil, byDays].filter((one) => one !== null).sort();
  return { validFrom: from, validUntil: ends[0] ?? null };
}
