import type { Tx } from '../../kernel/tx.ts';
import { type ActKind, countActs, countPaidBack } from './act.store.ts';

/** Acts that are nothing but money to the buyer; others may give some back with what they change. */
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
 * it stands on the act, the card and before who approves. `givesBack`: this act gives back money that was paid.
 */
export async function alertOf(
  tx: Tx,
  orderId: string,
  kind: ActKind,
  givesBack: boolean,
): Promise<'address_and_refund' | null> {
  const found =
    kind === 'address_changed'
      ? await countPaidBack(tx, orderId, paying, hours)
      : givesBack || paying.includes(kind)
        ? await countActs(tx, orderId, ['address_changed'], hours)
        : 0;
  return found > 0 ? 'address_and_refund' : null;
}
