import type { Tx } from '../../kernel/tx.ts';
import { type ActKind, countActs } from './act.store.ts';

const paying: readonly ActKind[] = [
  'refunded',
  'goodwill_paid',
  'compensated',
  'price_protected',
  'cashback_paid',
];

const hours = 24;

/**
 * Another address and money back on one order within a day is how goods and money are taken together: it is no refusal, but
 * it stands on the act, the card and before who approves.
 */
export async function alertOf(
  tx: Tx,
  orderId: string,
  kind: ActKind,
): Promise<'address_and_refund' | null> {
  const other =
    kind === 'address_changed'
      ? paying
      : paying.includes(kind)
        ? (['address_changed'] as const)
        : null;
  if (!other) return null;
  return (await countActs(tx, orderId, other, hours)) > 0 ? 'address_and_refund' : null;
}
