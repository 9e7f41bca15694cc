import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Said, writeAnswer, writeReminded } from './check.store.ts';
import { orderReminded } from './events.ts';
import { tellChecked, tellTouched } from './tell.ts';

/** Writes on the order that a question was asked, answered or taken back. Whether it may be, the asker decides. */
export async function writeOrderCheck(actor: Actor, tx: Tx, said: Said): Promise<void> {
  await writeAnswer(tx, said);
  await tellChecked(actor, tx, said.orderId, said.kind, said.state);
}

/** Writes on the order that its buyer was reminded to pay. Whether one may be, the reminder's guards decide. */
export async function noteReminder(
  actor: Actor,
  tx: Tx,
  { orderId }: { readonly orderId: string },
): Promise<void> {
  await writeReminded(tx, orderId);
  await tellTouched(actor, tx, orderReminded, orderId);
}
