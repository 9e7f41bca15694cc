import type { InputOf, workbench } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { preparedJson, type Tx } from '../../kernel/tx.ts';
import { counterStatement } from './counter.store.ts';

/** SHOP-01, SRCH-06: a conversation with its messages, its buyer and their orders, in one round trip. */
export async function openCounter(
  actor: StaffActor,
  tx: Tx,
  { conversationId }: InputOf<typeof workbench.openCounter>,
) {
  const counter = await preparedJson(tx, 'counter', counterStatement(actor, conversationId));
  return counter ?? refuse('conversation.not_found');
}
