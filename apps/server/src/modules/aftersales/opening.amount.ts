import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from '../orders/index.ts';
import { paidForPieces } from './amount.rules.ts';
import type { NewLine } from './case.store.ts';
import type { Wish } from './opening.ts';
import { askedMinor } from './sums.store.ts';

/** What the lines of a case were paid; the whole order without any. */
const worthOf = (order: OrderFacts, lines: readonly NewLine[]): number =>
  lines.length === 0
    ? order.paidMinor - order.refundedMinor
    : lines.reduce((sum, line) => {
        const item = order.items.find((one) => one.no === line.lineNo);
        return sum + (item ? paidForPieces(order, item, line.quantity) : 0);
      }, 0);

/** The money a case asks for; null where none is asked. Never more than is left of what was paid. */
export async function amountOf(tx: Tx, order: OrderFacts, wish: Wish, lines: readonly NewLine[]) {
  if (wish.kind === 'compensate')
    return wish.amountMinor === undefined ? refuse('case.amount_needed') : bounded(order, wish, 0);
  if (wish.kind !== 'refund' && wish.kind !== 'return') return null;
  if (order.paidMinor === 0) return refuse('order.unpaid');
  const asked = await askedMinor(tx, order.id);
  const left = Math.max(order.paidMinor - order.refundedMinor - asked, 0);
  const amountMinor = wish.amountMinor ?? Math.min(worthOf(order, lines), left);
  return bounded(order, { ...wish, amountMinor }, asked);
}

function bounded(order: OrderFacts, { amountMinor = 0 }: Wish, asked: number) {
  const most = Math.max(order.paidMinor - order.refundedMinor - asked, 0);
  return amountMinor < 1 || amountMinor > most
    ? refuse('case.amount_too_high', { most, currency: order.currency })
    : amountMinor;
}
