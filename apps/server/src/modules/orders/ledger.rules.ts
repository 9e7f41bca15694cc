/**
 * The ledger of an order. An entry moves an amount from one account to another, so every entry, and therefore every order,
 * sums to zero; nothing is ever changed or deleted, a correction is one more entry the other way.
 */

/** goods, postage, discount, adjustment make up what the buyer owes; payment and refund are money that moved. */
export type EntryKind = 'goods' | 'discount' | 'postage' | 'adjustment' | 'payment' | 'refund';

export type Account =
  | 'buyer'
  | 'goods'
  | 'discount'
  | 'postage'
  | 'adjustment'
  | 'money'
  | 'refunds';

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
  payment: ['money', 'buyer'],
  refund: ['refunds', 'money'],
};

/** The entry that moves `amountMinor` in the direction of the kind; negative moves it back; zero moves nothing. */
export function entryOf({ kind, reference, amountMinor }: Stand): Entry | null {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`${kind}: not a whole amount`);
  if (amountMinor === 0) return null;
  const [debit, credit] = sides[kind];
  return amountMinor > 0
    ? { kind, reference, debit, credit, amountMinor }
    : { kind, reference, debit: credit, credit: debit, amountMinor: -amountMinor };
}

const keyOf = (of: { kind: EntryKind; reference: string }) => `${of.kind} ${of.reference}`;

/** What the entries of an order add up to, per kind and reference; those that cancelled out are left away. */
export function standsOf(entries: Iterable<Entry>): Stand[] {
  const stands = new Map<string, Stand>();
  for (const entry of entries) {
    const { kind, reference } = entry;
    const before = stands.get(keyOf(entry))?.amountMinor ?? 0;
    const signed = entry.debit === sides[kind][0] ? entry.amountMinor : -entry.amountMinor;
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
  const [goodsMinor, discountMinor, postageMinor] = [of('goods'), of('discount'), of('postage')];
  const adjustmentMinor = of('adjustment');
  const totalMinor = goodsMinor - discountMinor + postageMinor + adjustmentMinor;
  const totals = {
    goodsMinor,
    discountMinor,
    postageMinor,
    adjustmentMinor,
    totalMinor,
    paidMinor: of('payment'),
    refundedMinor: of('refund'),
  };
  if (!Object.values(totals).every(Number.isSafeInteger))
    throw new RangeError('a sum is out of range');
  return totals;
}
