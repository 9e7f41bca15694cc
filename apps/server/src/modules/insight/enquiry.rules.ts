import {
  type CreditRule,
  creditOf,
  type Service,
  type Share,
  sharedOut,
  sharesOf,
  wholeParts,
  wholeShop,
} from './credit.rules.ts';
import type { ProfileRules } from './profile.rules.ts';

/** A session that asked about a product, or about the shop as a whole. Instants are ms. */
export interface AskedFact {
  /** Whose day it is: enquiries with the same key are one. */
  readonly key: string;
  readonly session: string;
  readonly product: string;
  readonly asked: number;
}

/** One product's part of an order after an enquiry, its money already its own. */
export interface SaleFact extends AskedFact {
  readonly order: string;
  readonly ordered: number;
  readonly paid: number | null;
  readonly value: number;
  readonly kept: number;
  readonly back: number;
  readonly reversed: boolean;
  readonly currency: string;
}

/** One person's part of what came of one product. */
export interface Piece extends Share {
  readonly session: string;
  readonly product: string;
  readonly order: string | null;
  /** Of the enquiry, in thousandths; 0 for orders beyond its first. */
  readonly parts: number;
  readonly asked: number;
  readonly state: 'asked' | 'ordered' | 'paid' | 'reversed';
  readonly value: number;
  readonly kept: number;
  readonly back: number;
  readonly currency: string | null;
}

/** A buyer's day: asked, and what came of it. Its pieces' parts add up to the whole, their money to that of the orders. */
export interface Enquiry {
  readonly key: string;
  readonly ordered: boolean;
  readonly paid: boolean;
  readonly kept: boolean;
  readonly pieces: readonly Piece[];
}

export type ServicesOf = ReadonlyMap<string, readonly Service[]>;

const hourMs = 3_600_000;
const none = { order: null, value: 0, kept: 0, back: 0, currency: null };

function stateOf({ paid, reversed }: SaleFact): Piece['state'] {
  if (paid === null) return 'ordered';
  return reversed ? 'reversed' : 'paid';
}

/** What one product of an order brought, shared out over those credited with it. */
function soldPieces(
  rule: CreditRule,
  services: ServicesOf,
  sale: SaleFact,
  parts: number,
): Piece[] {
  const { session, product, order, asked, currency } = sale;
  const shares = sharesOf(rule, services.get(session) ?? [], product, sale.ordered);
  const weights = shares.map(({ weight }) => weight);
  const own = sharedOut(parts, weights);
  const value = sharedOut(sale.value, weights);
  const kept = sharedOut(sale.kept, weights);
  const back = sale.back === 0 ? kept.map(() => 0) : sharedOut(sale.back, kept);
  return shares.map((share, n) => ({
    ...share,
    ...{ session, product, order, asked, currency, parts: own[n] ?? 0, state: stateOf(sale) },
    ...{ value: value[n] ?? 0, kept: kept[n] ?? 0, back: back[n] ?? 0 },
  }));
}

/** Asked and not ordered: every product asked about counts alike. */
function askedPieces(rule: CreditRule, services: ServicesOf, asked: readonly AskedFact[]): Piece[] {
  const named = asked.filter(({ product }) => product !== wholeShop);
  const last = new Map((named.length > 0 ? named : asked).map((one) => [one.product, one]));
  const own = sharedOut(
    wholeParts,
    [...last].map(() => 1),
  );
  return [...last.values()].flatMap(({ session, product, asked: at }, n) => {
    const shares = sharesOf(rule, services.get(session) ?? [], product, Number.POSITIVE_INFINITY);
    const parts = sharedOut(
      own[n] ?? 0,
      shares.map(({ weight }) => weight),
    );
    return shares.map((share, m) => ({
      ...share,
      ...{ ...none, session, product, asked: at, parts: parts[m] ?? 0, state: 'asked' as const },
    }));
  });
}

/** Ordered: its first order stands for the enquiry, by the worth of its goods; every order brings its money. */
function orderPieces(rule: CreditRule, services: ServicesOf, sales: readonly SaleFact[]): Piece[] {
  const first = sales.filter(({ order }) => order === sales[0]?.order);
  const parts = sharedOut(
    wholeParts,
    first.map(({ value }) => value),
  );
  return sales.flatMap((sale) => {
    const at = first.indexOf(sale);
    return soldPieces(rule, services, sale, at < 0 ? 0 : (parts[at] ?? 0));
  });
}

const byOrder = (a: SaleFact, b: SaleFact): number =>
  a.ordered - b.ordered ||
  (a.order === b.order ? (a.product < b.product ? -1 : 1) : a.order < b.order ? -1 : 1);

const byAsking = (a: AskedFact, b: AskedFact): number =>
  a.asked - b.asked || (`${a.session} ${a.product}` < `${b.session} ${b.product}` ? -1 : 1);

/**
 * METRICS 6: enquiries with what came of them within the profile's hours, and who is credited with it. One a buyer and day. Pure: the same
 * facts and rules give the same pieces in the same order.
 */
export function enquiriesOf(
  asked: readonly AskedFact[],
  sales: readonly SaleFact[],
  services: ServicesOf,
  rules: ProfileRules,
): Enquiry[] {
  const rule = creditOf(rules);
  const within = rules.convertHours * hourMs;
  const sold = Map.groupBy(
    sales.filter((sale) => sale.ordered - sale.asked <= within),
    ({ key }) => key,
  );
  return [...Map.groupBy(asked, ({ key }) => key)].map(([key, own]) => {
    const orders = [...(sold.get(key) ?? [])].sort(byOrder);
    const paid = orders.filter((sale) => sale.paid !== null);
    const pieces =
      orders.length > 0
        ? orderPieces(rule, services, orders)
        : askedPieces(rule, services, [...own].sort(byAsking));
    const kept = paid.some(({ reversed }) => !reversed);
    return { key, ordered: orders.length > 0, paid: paid.length > 0, kept, pieces };
  });
}
