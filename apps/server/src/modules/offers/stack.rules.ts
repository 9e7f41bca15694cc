import type { GivenOn, LaterBounds } from '../access/index.ts';
import {
  type Held,
  type Kind,
  type Line,
  type Share,
  shareOf,
  type Unfit,
} from './coupon.rules.ts';

/** A coupon with when it ends; what ends first is used first. */
export interface Candidate extends Held {
  readonly validUntil: string | null;
}

/** So many coupons stand on one order at most, and so many are weighed against each other. */
const most = 3;
const weighed = 14;

const steps: readonly Kind[] = ['bundle', 'amount', 'percent', 'postage'];

const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const until = ({ validUntil }: Candidate) => validUntil ?? '9999';

const inOrder = (a: Candidate, b: Candidate): number =>
  steps.indexOf(a.terms.kind) - steps.indexOf(b.terms.kind) || text(a.id, b.id);

/** Two coupons stand beside each other where each allows the other's kind. */
export const mayStack = (a: Held, b: Held): boolean =>
  a.terms.stacksWith.includes(b.terms.kind) && b.terms.stacksWith.includes(a.terms.kind);

/** What coupons are put on. */
export interface Ground {
  readonly lines: readonly Line[];
  readonly postageMinor: number;
  /** What was given on the order before, by anybody. */
  readonly given?: GivenOn;
}

/** Whether so much more on the order stays within what the giver of a coupon may give on one order. */
export const withinOrder = (bounds: LaterBounds | null | undefined, given: GivenOn): boolean =>
  (bounds?.orderMinor ?? null) === null
    ? given.totalMinor <= (bounds?.orderTotalMinor ?? Number.POSITIVE_INFINITY)
    : given.kindMinor <= (bounds?.orderMinor ?? 0) &&
      given.totalMinor <= (bounds?.orderTotalMinor ?? Number.POSITIVE_INFINITY);

const plus = (given: GivenOn, minor: number): GivenOn => ({
  kindMinor: given.kindMinor + minor,
  totalMinor: given.totalMinor + minor,
});

/** With the room each line has left beside what other coupons take off it. */
const withoutOff = (lines: readonly Line[], off: ReadonlyMap<number, number>): Line[] =>
  lines.map((line) => {
    const offMinor = off.get(line.no) ?? 0;
    return { ...line, offMinor, roomMinor: Math.max(line.roomMinor - offMinor, 0) };
  });

/**
 * What coupons take off together, one after the other in one fixed order; no line falls below its floor, none gives more than
 * who gave it may give on one order, whoever gave the others.
 */
export function together(
  coupons: readonly Candidate[],
  { lines, postageMinor, given = { kindMinor: 0, totalMinor: 0 } }: Ground,
): { shares: Share[]; unfit: Map<string, Unfit> } {
  const shares: Share[] = [];
  const unfit = new Map<string, Unfit>();
  const off = new Map<number, number>();
  let postage = postageMinor;
  let soFar = given;
  const taken: Candidate[] = [];
  for (const coupon of [...coupons].sort(inOrder)) {
    if (!taken.every((other) => mayStack(coupon, other))) {
      unfit.set(coupon.id, 'beside_other');
      continue;
    }
    const share = shareOf(coupon, withoutOff(lines, off), postage);
    if (typeof share === 'string') {
      unfit.set(coupon.id, share);
      continue;
    }
    const next = coupon.counted ? soFar : plus(soFar, share.savesMinor);
    if (!coupon.counted && !withinOrder(coupon.bounds, next)) {
      unfit.set(coupon.id, 'authority');
      continue;
    }
    soFar = next;
    shares.push(share);
    taken.push(coupon);
    postage -= share.postageMinor;
    for (const [no, minor] of share.lines) off.set(no, (off.get(no) ?? 0) + minor);
  }
  return { shares, unfit };
}

const savedBy = (shares: readonly Share[]): number =>
  shares.reduce((sum, share) => sum + share.savesMinor, 0);

function* subsetsOf(
  all: readonly Candidate[],
  from = 0,
  had: Candidate[] = [],
): Generator<Candidate[]> {
  if (had.length > 0) yield had;
  if (had.length === most) return;
  for (let n = from; n < all.length; n += 1) {
    const next = all[n] as Candidate;
    if (had.every((other) => mayStack(next, other))) yield* subsetsOf(all, n + 1, [...had, next]);
  }
}

/** Earlier ends first, then ids: so that of equal savings always the same coupons are used. */
const markOf = (set: readonly Candidate[]): string =>
  set
    .map((one) => `${until(one)} ${one.id}`)
    .sort()
    .join(' ');

/**
 * The combination that saves most; of equal ones the smaller, then the one that ends first. Deterministic: neither the order
 * of coupons nor of lines matters. At most 14 coupons are weighed, those that save most alone.
 */
export function bestOf(all: readonly Candidate[], ground: Ground): Candidate[] {
  const alone = all.flatMap((coupon) => {
    const [share] = together([coupon], ground).shares;
    return share ? [{ coupon, saves: share.savesMinor }] : [];
  });
  const candidates = alone
    .sort((a, b) => b.saves - a.saves || text(markOf([a.coupon]), markOf([b.coupon])))
    .slice(0, weighed)
    .map((one) => one.coupon);
  let best: { set: Candidate[]; saved: number; mark: string } = { set: [], saved: 0, mark: '' };
  for (const set of subsetsOf(candidates)) {
    const saved = savedBy(together(set, ground).shares);
    const mark = markOf(set);
    const smaller = set.length - best.set.length || text(mark, best.mark);
    if (saved > best.saved || (saved === best.saved && saved > 0 && smaller < 0))
      best = { set, saved, mark };
  }
  return best.set;
}
