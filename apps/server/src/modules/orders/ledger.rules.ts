/**
 * The ledger of an order. An entry moves an amount from one account to another, so every entry, and therefore every order,
 * sums to zero; nothing is ever changed or deleted, a correction is one more entry the other way.
 */

/** What money goes back for; each has an account of its own, so that goodwill is never taken for a lower price. */
export type RefundCause = 'refund' | 'goodwill' | 'compensation' | 'price_protection' | 'cashback';

/** The parts of a price make up what the buyer owes; payments and refunds are money that moved. */
export type EntryKind =
  | 'goods'
  | 'discount'
  | 'coupon'
  | 'postage'
  | 'adjustment'
  | 'payment'
  | RefundCause;

/** `money:…` is the money of one payment, by its reference; `money` that of payments before each had an account. */
export type Account =
  | 'buyer'
  | 'goods'
  | 'discount'
  | 'coupon'
  | 'postage'
  | 'adjustment'
  | 'money'
  | `money:${string}`
  | 'refunds'
  | Exclude<RefundCause, 'refund'>;

/** One movement: `amountMinor` (> 0) is taken from `credit` and given to `debit`. */
export interface Entry {
  readonly kind: EntryKind;
  /** Tells several payments of an order apart; empty for the parts of the price. */
  readonly reference: string;
  readonly debit: Account;
  readonly credit: Account;
  readonly amountMinor: number;
}

/** What an order should show for a kind and reference: a signed amount in minor units. */
export interface Stand {
  readonly kind: EntryKind;
  readonly reference: string;
  readonly amountMinor: number;
}

const sides: Readonly<Record<EntryKind, readonly [debit: Account, credit: Account]>> = {
  goods: ['buyer', 'goods'],
  postage: ['buyer', 'postage'],
  adjustment: ['buyer', 'adjustment'],
  discount: ['discount', 'buyer'],
  coupon: ['coupon', 'buyer'],
  payment: ['money', 'buyer'],
  refund: ['refunds', 'money'],
  goodwill: ['goodwill', 'money'],
  compensation: ['compensation', 'money'],
  price_protection: ['price_protection', 'money'],
  cashback: ['cashback', 'money'],
};

const refundKinds: ReadonlySet<EntryKind> = new Set<RefundCause>([
  'refund',
  'goodwill',
  'compensation',
  'price_protection',
  'cashback',
]);

/** The sides of a kind; a payment's money stands on an account of its own where the payment is named. */
export function sidesOf(kind: EntryKind, payment?: string): readonly [Account, Account] {
  const own = (account: Account): Account =>
    account === 'money' && payment ? `money:${payment}` : account;
  const [debit, credit] = sides[kind];
  return [own(debit), own(credit)];
}

/** The entry that moves `amountMinor` in the direction of the kind; negative moves it back; zero moves nothing. */
export function entryOf(
  { kind, reference, amountMinor }: Stand,
  payment: string | undefined = kind === 'payment' ? reference : undefined,
): Entry | null {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`${kind}: not a whole amount`);
  if (amountMinor === 0) return null;
  const [debit, credit] = sidesOf(kind, payment);
  return amountMinor > 0
    ? { kind, reference, debit, credit, amountMinor }
    : { kind, reference, debit: credit, credit: debit, amountMinor: -amountMinor };
}

const keyOf = (of: { kind: EntryKind; reference: string }) => `${of.kind} ${of.reference}`;

const isMoney = (account: Account): boolean => account.split(':')[0] === 'money';

/** Whether an entry moves in the direction of its kind or back. */
const goesForward = ({ kind, debit, credit }: Entry): boolean =>
  refundKinds.has(kind)
    ? isMoney(credit)
    : kind === 'payment'
      ? isMoney(debit)
      : debit === sides[kind][0];

/** What the entries of an order add up to, per kind and reference; those that cancelled out are left away. */
export function standsOf(entries: Iterable<Entry>): Stand[] {
  const stands = new Map<string, Stand>();
  for (const entry of entries) {
    const { kind, reference } = entry;
    const before = stands.get(keyOf(entry))?.amountMinor ?? 0;
    const signed = goesForward(entry) ? entry.amountMinor : -entry.amountMinor;
    stands.set(keyOf(entry), { kind, reference, amountMinor: before + signed });
  }
  return [...stands.values()].filter((stand) => stand.amountMinor !== 0);
}

/** The entries to add so that the order stands as wanted; none when it does already. */
export function entriesToReach(wanted: readonly Stand[], present: readonly Stand[]): Entry[] {
  const targets = new Map<string, Stand>(
    present.map((stand) => [keyOf(stand), { ...stand, amountMinor: 0 }]),
  );
  for (const stand of wanted) {
    const before = targets.get(keyOf(stand))?.amountMinor ?? 0;
    targets.set(keyOf(stand), { ...stand, amountMinor: before + stand.amountMinor });
  }
  const now = new Map(present.map((stand) => [keyOf(stand), stand.amountMinor]));
  return [...targets].flatMap(([key, stand]) => {
    const entry = entryOf({ ...stand, amountMinor: stand.amountMinor - (now.get(key) ?? 0) });
    return entry ? [entry] : [];
  });
}

/** The sums an order row carries. */
export interface Totals {
  readonly goodsMinor: number;
  readonly discountMinor: number;
  readonly postageMinor: number;
  readonly adjustmentMinor: number;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly refundedMinor: number;
}

/** total = goods − discount + postage + adjustment. Throws RangeError beyond exact whole numbers. */
export function totalsOf(stands: readonly Stand[]): Totals {
  const of = (kind: EntryKind) =>
    stands
      .filter((stand) => stand.kind === kind)
      .reduce((sum, stand) => sum + stand.amountMinor, 0);
  const [goodsMinor, postageMinor] = [of('goods'), of('postage')];
  const discountMinor = of('discount') + of('coupon');
  const adjustmentMinor = of('adjustment');
  const totalMinor = goodsMinor - discountMinor + postageMinor + adjustmentMinor;
  const totals = {
    goodsMinor,
    discountMinor,
    postageMinor,
    adjustmentMinor,
    totalMinor,
    paidMinor: of('payment'),
    refundedMinor: [...refundKinds].reduce((sum, kind) => sum + of(kind), 0),
  };
  if (!Object.values(totals).every(Number.isSafeInteger))
    throw new RangeError('a sum is out of range');
  return totals;
}
