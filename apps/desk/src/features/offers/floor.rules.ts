import { readAmount } from '../../lib/amount.ts';

/** A floor as it is typed. */
export interface FloorDraft {
  readonly scope: 'shop' | 'category' | 'product';
  readonly category: string | undefined;
  readonly products: readonly string[];
  readonly percent: string;
  readonly amount: string;
  readonly margin: string;
}

export const emptyFloor: FloorDraft = {
  ...{ scope: 'shop', category: undefined, products: [] },
  ...{ percent: '80', amount: '', margin: '' },
};

const whole = (text: string, min: number, max: number): number | null => {
  const value = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
};

/** The bounds a draft says; null while none of them can be read. */
export function boundsOf({ percent, amount, margin }: FloorDraft, currency: string) {
  const bounds = {
    percent: whole(percent, 1, 100),
    floorMinor: amount.trim() === '' ? null : (readAmount(amount, currency) ?? null),
    marginPercent: whole(margin, 0, 500),
  };
  return Object.values(bounds).every((one) => one === null) ? null : bounds;
}

/** What a draft is for: one wish for each thing named; none while nothing is chosen yet. */
export function thingsOf({ scope, category, products }: FloorDraft) {
  if (scope === 'category') return category ? [{ category }] : [];
  return scope === 'product' ? products.map((productId) => ({ productId })) : [{}];
}

/** What of a wish is said; the trial takes only that. */
export const said = <T extends object>(wish: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== null)) as never;
