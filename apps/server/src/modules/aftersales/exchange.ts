import type { StaffActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from '../orders/index.ts';
import { wasReceivedByAnother } from './case.store.ts';
import { givenWith, worthOfNew } from './exchange.rules.ts';
import { findMethod } from './ground.store.ts';
import type { AtHand } from './step.ts';

/** Whether the method is a balance that pays with the settlement; everything else is a supplement somebody may never pay. */
async function paysAtOnce(tx: Tx, order: OrderFacts, methodId: string | null) {
  if (methodId === null || order.source === 'connector') return false;
  const method = await findMethod(tx, order.shopId, order.buyerId, methodId);
  return method !== undefined && method.balanceMinor !== null;
}

/** What settling an exchange gives away; zero for every other kind of case. */
export async function exchangeGives(
  actor: StaffActor,
  tx: Tx,
  order: OrderFacts,
  { row, lines }: AtHand,
  { amountMinor, methodId }: { readonly amountMinor: number; readonly methodId: string | null },
): Promise<number> {
  if (row.kind !== 'exchange') return 0;
  return givenWith({
    worthMinor: worthOfNew(lines),
    amountMinor,
    paidAtOnce: await paysAtOnce(tx, order, methodId),
    witnessed: await wasReceivedByAnother(actor, tx, row.id),
  });
}
