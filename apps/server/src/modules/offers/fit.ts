import { now } from '../../kernel/clock.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { GivenOn } from '../access/index.ts';
import { floorsOf } from '../catalog/index.ts';
import type { Line, Unfit } from './coupon.rules.ts';
import { type CouponRow, readCoupons } from './coupon.store.ts';
import { bestOf, type Candidate, together } from './stack.rules.ts';

/** A line before its floor is known. */
export interface BareLine {
  readonly no: number;
  readonly variantId: string | null;
  readonly quantity: number;
  /** What is paid for it without coupons. */
  readonly netMinor: number;
  /** What it cost before anybody gave way; the same where it is not said. */
  readonly baseMinor?: number;
}

/** What coupons look at: lines with how far each may still fall, and the postage. */
export interface Cart {
  readonly lines: readonly Line[];
  readonly postageMinor: number;
  /** Of an order that is there: which, and what was given on it by anybody. */
  readonly orderId?: string;
  readonly given?: GivenOn;
}

/** Lines with their products, categories and floors; what the shop no longer has can take no coupon. */
export async function cartOf(
  tx: Tx,
  shopId: string,
  lines: readonly BareLine[],
  postageMinor: number,
): Promise<Cart> {
  const ids = lines.flatMap((line) => (line.variantId ? [line.variantId] : []));
  const floors = await floorsOf(tx, shopId, ids);
  const full = lines.flatMap((line) => {
    const floor = floors.get(line.variantId ?? '');
    if (!floor) return [];
    const least = (floor.floorMinor ?? 0) * line.quantity;
    const { variantId, productId, category } = floor;
    return [
      { ...line, variantId, productId, category, roomMinor: Math.max(line.netMinor - least, 0) },
    ];
  });
  return { lines: full, postageMinor };
}

/** A coupon as it is weighed for a cart. */
export const candidateOf = (row: CouponRow, { orderId }: Cart): Candidate => {
  const { id, terms, worthMinor, validUntil, bounds, countedOrderId } = row;
  const counted = orderId !== undefined && countedOrderId === orderId;
  return { id, terms, worthMinor, validUntil, bounds, counted };
};

/** Why a coupon may not be used at this moment; null where it may. */
export function barredNow(row: CouponRow, at: Date = now()): 'not_yet' | 'expired' | null {
  if (Date.parse(row.validFrom) > at.getTime()) return 'not_yet';
  return row.validUntil !== null && Date.parse(row.validUntil) <= at.getTime() ? 'expired' : null;
}

/** So many of a buyer’s coupons are looked at, the newest first. */
const most = 100;

export type Fit = ReturnType<typeof fitsOf>[number];

function fitsOf(rows: readonly CouponRow[], cart: Cart, wanted: readonly string[] | null) {
  const usable = rows.filter((row) => barredNow(row) === null).map((row) => candidateOf(row, cart));
  const set = wanted ? usable.filter((one) => wanted.includes(one.id)) : bestOf(usable, cart);
  const { shares, unfit } = together(set, cart);
  return rows.map((row) => {
    const share = shares.find((one) => one.couponId === row.id) ?? null;
    const alone = together([candidateOf(row, cart)], cart);
    const saves = share?.savesMinor ?? alone.shares[0]?.savesMinor ?? 0;
    const why: string | Unfit | null =
      barredNow(row) ?? unfit.get(row.id) ?? alone.unfit.get(row.id) ?? null;
    const savesMinor = barredNow(row) ? 0 : saves;
    return { row, share, savesMinor, why: share ? null : why };
  });
}

/**
 * The buyer’s usable coupons on a cart: what each gives, and which are chosen: those wanted, else the combination that saves
 * most.
 */
export async function couponsFor(
  tx: Tx,
  { buyerId, shopId }: { readonly buyerId: string; readonly shopId: string },
  cart: Cart,
  wanted: readonly string[] | null = null,
) {
  const query = {
    shops: null,
    shopId,
    buyerId,
    state: 'issued' as const,
    after: null,
    limit: most,
  };
  return fitsOf(await readCoupons(tx, query), cart, wanted);
}

/** A coupon on a cart as its buyer or a colleague sees it. */
export const shownFit = ({ row, share, savesMinor, why }: Fit) => ({
  id: row.id,
  name: row.name,
  terms: row.terms,
  validUntil: row.validUntil,
  savesMinor,
  chosen: share !== null,
  why,
});
