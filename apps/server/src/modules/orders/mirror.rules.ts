import type { Stand } from './ledger.rules.ts';
import type { Mirrored, OrderRecord, ParcelRecord } from './mirror.records.ts';
import type { ParcelStatus } from './words.ts';

/** What the ledger of a record should stand at. Line discounts and the order's own are one discount. */
export function standsOfRecord(record: OrderRecord): Stand[] {
  const goods = record.lines.reduce((sum, line) => sum + line.unitMinor * line.quantity, 0);
  const discount = record.lines.reduce(
    (sum, line) => sum + line.discountMinor,
    record.discountMinor,
  );
  const computed = goods - discount + record.postageMinor;
  const part = (kind: Stand['kind'], amountMinor: number): Stand => ({
    kind,
    reference: '',
    amountMinor,
  });
  return [
    part('goods', goods),
    part('discount', discount),
    part('postage', record.postageMinor),
    part('adjustment', record.totalMinor === null ? 0 : record.totalMinor - computed),
    ...record.payments.map(
      ({ direction, reference, amountMinor }): Stand => ({
        kind: direction,
        reference,
        amountMinor,
      }),
    ),
  ].filter((stand) => stand.amountMinor !== 0);
}

/** Who tells of an order. */
export type Teller = 'import' | 'connector';

/** An order as far as a mirror asks whether it may write over it. */
interface Known {
  readonly hash: string | null;
  readonly source: 'own' | Teller;
  readonly handled: boolean;
}

/**
 * Whether a source has a say in an order: a file only in what came out of files, a platform also in those (a shop that is
 * connected later), nobody in an order that was placed here.
 */
const hasSay = (teller: Teller, source: Known['source']): boolean =>
  source === teller || (source === 'import' && teller === 'connector');

/** What becomes of a record. `again`: also where it says what it said before. */
export function fateOf(
  record: Pick<OrderRecord, 'hash'>,
  known: Known | undefined,
  { source: teller, again }: { readonly source: Teller; readonly again: boolean },
): Mirrored {
  if (!known) return 'created';
  if (!hasSay(teller, known.source)) return 'foreign';
  if (!again && known.hash === record.hash.toString('hex')) return 'unchanged';
  return known.handled && teller === 'import' ? 'handled' : 'changed';
}

/** Where a parcel is: as told, or where its newest step says. */
export const statusOfParcel = ({ status, steps }: ParcelRecord): ParcelStatus =>
  status ?? steps.at(-1)?.status ?? 'created';

/** Steps oldest first; those without a time stay where the source put them. */
export function inTimeOrder(steps: ParcelRecord['steps']): ParcelRecord['steps'] {
  if (steps.some((step) => step.at === null)) return steps;
  return steps
    .map((step, n) => ({ step, n }))
    .sort((a, b) => Date.parse(a.step.at ?? '') - Date.parse(b.step.at ?? '') || a.n - b.n)
    .map(({ step }) => step);
}

/** Which lines are in a parcel: each id takes the next line of that variant, so that a thing bought twice counts twice. */
export function lineNosOf(
  lines: readonly { readonly no: number; readonly variantExternalId: string }[],
  wanted: readonly string[],
): number[] {
  const free = [...lines];
  return wanted.flatMap((id) => {
    const at = free.findIndex((line) => line.variantExternalId === id);
    return at < 0 ? [] : free.splice(at, 1).map((line) => line.no);
  });
}
