import type { aftersales } from '@guitai/contract';
import type { BuyerActor, TeamActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Acted, withCard } from '../orders/index.ts';
import { readCard } from './list.store.ts';
import { caseShown, inChat } from './shown.ts';

/** The reply of a step: the act with the order's card, and the case as its reader may have it. */
export async function withCase(
  actor: TeamActor,
  tx: Tx,
  acted: Acted,
  caseId: string,
): Promise<aftersales.CaseActedShape> {
  const shown = await caseShown(actor, tx, caseId);
  return { ...(await withCard(actor, tx, acted)), case: shown };
}

/** The reply of a step in the chat: the case in its buyer's words. */
export async function withChatCase(
  actor: BuyerActor,
  tx: Tx,
  caseId: string,
): Promise<aftersales.ChatCaseShape> {
  const card = await readCard(tx, caseId);
  if (!card) throw new Error('a case vanished');
  return inChat(card, actor.locale);
}
