import type { Tx } from '../../kernel/tx.ts';
import { type BreakdownRow, productNames } from './breakdown.store.ts';
import { wholeParts, wholeShop } from './credit.rules.ts';
import { groupsOf, piecesOf } from './credited.store.ts';
import type { Piece } from './enquiry.rules.ts';
import { enquiries } from './metrics/metric.ts';
import { namesOf } from './names.store.ts';
import { nobody } from './page.rules.ts';
import { peopleOver } from './pages.ts';
import type { Scoped } from './scope.ts';
import { sums, type Tally } from './tally.rules.ts';

const most = 500;
const plain = { uses: 0, edited: null };
const byAsked = (a: BreakdownRow, b: BreakdownRow): number =>
  b.asked - a.asked || ((a.id ?? a.name) < (b.id ?? b.name) ? -1 : 1);

const amountsIn = (tally: Tally): BreakdownRow['amounts'] =>
  [...tally.money].flatMap(([currency, values]) => {
    const amountMinor =
      (values[sums.indexOf('paid')] ?? 0) - (values[sums.indexOf('reversed')] ?? 0);
    return amountMinor === 0 ? [] : [{ currency, amountMinor }];
  });

/** What came of enquiries by who is credited with it: the same sums as in the report. */
export async function byPerson(tx: Tx, scoped: Scoped): Promise<BreakdownRow[]> {
  const people = await peopleOver(tx, scoped, new Set(), scoped.member);
  const names = await namesOf(tx, [...people.keys()]);
  const rows = [...people].map(([id, tally]) => ({
    ...{ id: id === nobody ? null : id, name: names.get(id) ?? '', ...plain },
    ...{ asked: enquiries(tally, 'asked'), ordered: enquiries(tally, 'ordered') },
    ...{ paid: enquiries(tally, 'paid'), reversed: enquiries(tally, 'reversed') },
    amounts: amountsIn(tally),
  }));
  return rows
    .filter(({ asked, amounts }) => asked > 0 || amounts.length > 0)
    .sort(byAsked)
    .slice(0, most);
}

interface Sum {
  asked: number;
  ordered: number;
  paid: number;
  reversed: number;
  readonly money: Map<string, number>;
}

function addPiece(sum: Sum, { parts, state, currency, kept, back }: Piece): void {
  sum.asked += parts;
  if (state !== 'asked') sum.ordered += parts;
  if (state === 'paid' || state === 'reversed') sum.paid += parts;
  if (state === 'reversed') sum.reversed += parts;
  if (currency !== null && state !== 'ordered')
    sum.money.set(currency, (sum.money.get(currency) ?? 0) + kept - back);
}

const rowOf = (id: string | null, name: string, { money, ...sum }: Sum): BreakdownRow => ({
  ...{ id, name, ...plain, asked: sum.asked / wholeParts, ordered: sum.ordered / wholeParts },
  ...{ paid: sum.paid / wholeParts, reversed: sum.reversed / wholeParts },
  amounts: [...money]
    .filter(([, amountMinor]) => amountMinor !== 0)
    .map(([currency, amountMinor]) => ({ currency, amountMinor })),
});

/** One person's credits by product or category. */
export async function ofPerson(
  tx: Tx,
  scoped: Scoped,
  member: string,
  by: 'product' | 'category',
): Promise<BreakdownRow[]> {
  const found = await piecesOf(tx, scoped, await groupsOf(tx, scoped, null, null));
  const own = found.flatMap(({ pieces }) => pieces.filter((piece) => piece.member === member));
  const known = await productNames(
    tx,
    own.map(({ product }) => product),
  );
  const sorted = new Map<string, Sum>();
  for (const piece of own) {
    if (piece.product === wholeShop) continue;
    const key = by === 'product' ? piece.product : (known.get(piece.product)?.category ?? '');
    const sum = sorted.get(key) ?? { asked: 0, ordered: 0, paid: 0, reversed: 0, money: new Map() };
    sorted.set(key, sum);
    addPiece(sum, piece);
  }
  const rows = [...sorted].map(([key, sum]) =>
    by === 'product' ? rowOf(key, known.get(key)?.name ?? '', sum) : rowOf(null, key, sum),
  );
  return rows.sort(byAsked).slice(0, most);
}
