import type { offers } from '@guitai/contract';
import { allocate } from '../../kernel/money.ts';
import type { LaterBounds } from '../access/index.ts';

export type Terms = offers.CouponTermsShape;
export type Kind = Terms['kind'];

/** A line a coupon may take something off. `room`: how far what is paid for it may still fall, its floor kept. */
export interface Line {
  readonly no: number;
  readonly variantId: string;
  readonly productId: string;
  readonly category: string;
  readonly quantity: number;
  /** What is paid for the line without coupons. */
  readonly netMinor: number;
  readonly roomMinor: number;
  /** What it cost before anybody gave way; the same where it is not said. */
  readonly baseMinor?: number;
  /** What coupons beside this one take off it. */
  readonly offMinor?: number;
}

/** A coupon as far as it matters for what it gives. */
export interface Held {
  readonly id: string;
  readonly terms: Terms;
  /** Never more than this, whatever the cart. */
  readonly worthMinor: number;
  /** Of the authority it was given with; null: none. */
  readonly bounds?: LaterBounds | null;
  /** It was counted on this order when it was given. */
  readonly counted?: boolean;
}

/** What one coupon takes off: so much of each line, by number, and of the postage. */
export interface Share {
  readonly couponId: string;
  readonly lines: ReadonlyMap<number, number>;
  readonly postageMinor: number;
  readonly savesMinor: number;
}

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** One order of lines, whatever order they come in: the same cart is always divided in the same way. */
const settled = (lines: readonly Line[]): Line[] =>
  [...lines].sort(
    (a, b) =>
      text(a.variantId, b.variantId) ||
      b.netMinor - a.netMinor ||
      b.quantity - a.quantity ||
      b.roomMinor - a.roomMinor ||
      a.no - b.no,
  );

/** The lines a coupon is for. */
export function matching(terms: Terms, lines: readonly Line[]): Line[] {
  if (terms.kind === 'bundle') {
    const wanted = new Set(terms.bundle.map((one) => one.variantId));
    return lines.filter((line) => wanted.has(line.variantId));
  }
  if (terms.scope === 'products')
    return lines.filter((line) => terms.productIds.includes(line.productId));
  if (terms.scope === 'categories')
    return lines.filter((line) => terms.categories.includes(line.category));
  return [...lines];
}

const isComplete = ({ bundle }: Terms, lines: readonly Line[]): boolean =>
  bundle.every(({ variantId, quantity }) => {
    const there = lines.filter((line) => line.variantId === variantId);
    return there.reduce((sum, line) => sum + line.quantity, 0) >= quantity;
  });

const percentOf = (minor: number, percent: number): number =>
  Number((BigInt(minor) * BigInt(percent)) / 100n);

/** What a coupon would take off by its words alone; floors and other coupons come after. */
export function wishOf(
  { terms, worthMinor }: Held,
  netMinor: number,
  postageMinor: number,
): number {
  const most = Math.min(worthMinor, terms.capMinor ?? worthMinor);
  if (terms.kind === 'postage') return Math.min(postageMinor, most);
  if (terms.kind === 'percent') return Math.min(percentOf(netMinor, terms.percent ?? 0), most);
  return Math.min(terms.amountMinor ?? 0, netMinor, worthMinor);
}

/** Why a coupon gives nothing on this cart; null where it gives something. */
export type Unfit = 'nothing_matches' | 'below_minimum' | 'floor' | 'beside_other' | 'authority';

/**
 * Divides an amount among lines by what they cost, largest remainders first, none beyond its room; what does not fit
 * on one goes to the others. All of it that fits is given.
 */
export function spread(total: number, lines: readonly Line[]): Map<number, number> {
  const given = new Map<number, number>();
  let open = settled(lines).filter((line) => line.roomMinor > 0 && line.netMinor > 0);
  let left = total;
  while (left > 0 && open.length > 0) {
    const shares = allocate(
      left,
      open.map((line) => line.netMinor),
    );
    let taken = 0;
    for (const [n, line] of open.entries()) {
      const had = given.get(line.no) ?? 0;
      const more = Math.min(shares[n] ?? 0, line.roomMinor - had);
      given.set(line.no, had + more);
      taken += more;
    }
    left -= taken;
    open = open.filter((line) => line.roomMinor > (given.get(line.no) ?? 0));
  }
  return new Map([...given].filter(([, minor]) => minor > 0));
}

const sum = (of: Iterable<number>): number => [...of].reduce((a, b) => a + b, 0);

/** How far what it is for may fall before it is below the share of the price its giver may go down to. */
function personalRoom({ bounds }: Held, matched: readonly Line[]): number {
  const percent = bounds?.floorPercent ?? null;
  if (percent === null) return Number.POSITIVE_INFINITY;
  const base = sum(matched.map((line) => line.baseMinor ?? line.netMinor));
  const now = sum(matched.map((line) => line.netMinor - (line.offMinor ?? 0)));
  return Math.max(now - Math.ceil((base * percent) / 100), 0);
}

/** What one coupon takes off lines with the rooms they have left. */
export function shareOf(held: Held, lines: readonly Line[], postageMinor: number): Share | Unfit {
  const { terms } = held;
  const matched = matching(terms, lines);
  const net = sum(matched.map((line) => line.netMinor));
  if (matched.length === 0 || (terms.kind === 'bundle' && !isComplete(terms, lines)))
    return 'nothing_matches';
  if (net < terms.minMinor) return 'below_minimum';
  const wish = wishOf(held, net, postageMinor);
  if (wish <= 0) return 'nothing_matches';
  if (terms.kind === 'postage')
    return { couponId: held.id, lines: new Map(), postageMinor: wish, savesMinor: wish };
  const given = spread(Math.min(wish, personalRoom(held, matched)), matched);
  const savesMinor = sum(given.values());
  return savesMinor > 0
    ? { couponId: held.id, lines: given, postageMinor: 0, savesMinor }
    : 'floor';
}
