import { type Held, type Line, matching, shareOf, type Terms, wishOf } from './coupon.rules.ts';
import { leastLeft } from './terms.rules.ts';

/** What is left of a price, as a floor of somebody's authority looks at it. */
export interface Left {
  readonly resultMinor: number;
  readonly baseMinor: number;
}

/** What is known of what a coupon will be used for when it is given: one of these carts. */
export interface Known {
  readonly carts: readonly (readonly Line[])[];
  readonly postageMinor: number;
}

export interface Judged {
  /** The least it leaves of the price, as far as that can be said. */
  readonly floor: Left | null;
  /** It promises more than the lowest prices of the shop leave for it. */
  readonly below: boolean;
}

const lower = (a: Left | null, b: Left | null): Left | null => {
  if (a === null || b === null) return a ?? b;
  return b.resultMinor * a.baseMinor < a.resultMinor * b.baseMinor ? b : a;
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** What a coupon does to one cart; null where it is not for it. */
function onCart(held: Held, lines: readonly Line[], postageMinor: number): Judged | null {
  const share = shareOf(held, lines, postageMinor);
  if (share === 'nothing_matches' || share === 'below_minimum') return null;
  const matched = matching(held.terms, lines);
  const net = sum(matched.map((line) => line.netMinor));
  const wish = Math.min(wishOf(held, net, postageMinor), net);
  const base = sum(matched.map((line) => line.baseMinor ?? line.netMinor));
  const floor = { resultMinor: net - wish, baseMinor: base };
  const saves = typeof share === 'string' ? 0 : share.savesMinor;
  return { floor: base > 0 ? floor : null, below: saves < wish };
}

/**
 * SHOP-10: judges a coupon by what is talked about. Its terms say what is left at the least where they name a minimum; the
 * carts that are known say the rest, the worst of them counts. One with a minimum is never below the shop's floors by being
 * given: what it may be used for is larger than what is talked about.
 */
export function judge(held: { readonly terms: Terms; readonly worthMinor: number }, known: Known) {
  const { terms } = held;
  if (terms.kind === 'postage') return { floor: null, below: false } satisfies Judged;
  const bare: Held = { id: '', ...held, bounds: null };
  const judged = known.carts.flatMap((lines) => onCart(bare, lines, known.postageMinor) ?? []);
  const floor = judged.reduce((left, one) => lower(left, one.floor), leastLeft(terms));
  return { floor, below: terms.minMinor === 0 && judged.some((one) => one.below) };
}
