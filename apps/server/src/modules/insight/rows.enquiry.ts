import type { insight, Static } from '@guitai/contract';
import type { Tx } from '../../kernel/tx.ts';
import { productNames } from './breakdown.store.ts';
import { creditOf, wholeParts, wholeShop } from './credit.rules.ts';
import { type Credited, groupsOf, piecesOf } from './credited.store.ts';
import type { Piece } from './enquiry.rules.ts';
import type { Metric } from './metrics/index.ts';
import { type ProfileRules, rulesOn } from './profile.rules.ts';
import type { PlainRow, RowPlace } from './rows.store.ts';
import type { Scoped } from './scope.ts';

/** Of which product a row is, and why its person is credited with it. */
export interface CreditedRow extends PlainRow {
  readonly productId: string | null;
  readonly productName: string;
  readonly credit: Static<typeof insight.Credit>;
}

const isoOf = (ms: number): string => new Date(ms).toISOString();
const ofMoney: ReadonlySet<string> = new Set(['sales', 'order_value']);

/** Whether a piece counts for the metric: those of money by their money, the others by their part of the enquiry. */
function counts({ id }: Metric, { parts, state, back }: Piece): boolean {
  if (id === 'reversed') return back > 0;
  return ofMoney.has(id) ? state === 'paid' || state === 'reversed' : parts > 0;
}

/** So that the rows behind a sum of money add up to it. */
function amountOf({ id }: Metric, { kept, back }: Piece): number {
  if (id === 'reversed') return back;
  return ofMoney.has(id) ? kept - back : kept;
}

function creditIn(rules: ProfileRules, piece: Piece): CreditedRow['credit'] {
  const { by, parts, rounds, last, why } = piece;
  return {
    ...{ rule: creditOf(rules), by, share: parts / wholeParts, rounds },
    lastAt: last === null ? null : isoOf(last),
    why: why === '' ? null : (why as CreditedRow['credit']['why']),
  };
}

function rowOf(metric: Metric, rules: ProfileRules, group: Credited, piece: Piece, name: string) {
  const [conversationId = ''] = piece.session.split(' ');
  const { shopId, buyerId, day, id } = group;
  const row: CreditedRow = {
    ...{ at: isoOf(piece.asked), id, no: 0, shopId, day, conversationId, buyerId },
    ...{ messageId: null, messageSeq: null, orderId: piece.order, memberId: piece.member },
    ...{ state: piece.state, amountMinor: piece.order === null ? null : amountOf(metric, piece) },
    ...{ currency: piece.currency, productName: name, credit: creditIn(rules, piece) },
    productId: piece.product === wholeShop ? null : piece.product,
  };
  return row;
}

/** Enquiries, newest first, each with a row for every product and everybody credited with it; of one person only theirs. */
export async function enquiryGroups(
  tx: Tx,
  scoped: Scoped,
  metric: Metric,
  place: RowPlace | null,
  limit: number,
) {
  const found = await piecesOf(tx, scoped, await groupsOf(tx, scoped, place, limit));
  const { member } = scoped;
  const kept = found.map((group) => ({
    ...group,
    pieces: group.pieces.filter(
      (piece) => counts(metric, piece) && (member === null || piece.member === member),
    ),
  }));
  const names = await productNames(
    tx,
    kept.flatMap(({ pieces }) => pieces.map(({ product }) => product)),
  );
  return kept.map((group) => ({
    place: [group.at, group.id, 0] as const,
    rows: group.pieces.map((piece) =>
      rowOf(
        metric,
        rulesOn(scoped.profile, group.day),
        group,
        piece,
        names.get(piece.product)?.name ?? '',
      ),
    ),
  }));
}
