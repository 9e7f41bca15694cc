import type { aftersales } from '@guitai/contract';
import type { Locale, TeamActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import { reasonText } from '../orders/index.ts';
import { canInChat, canOn } from './can.rules.ts';
import type { Card } from './case.store.ts';
import { readCard } from './list.store.ts';

/** A card with what its reader may do. */
export const shownTo = (actor: TeamActor, card: Card): aftersales.CaseShape => ({
  ...card,
  reasonText: reasonOf(card, actor.locale),
  can: canOn(actor, card),
});

const reasonOf = ({ reasonCode, reasonText: text }: Card, locale: Locale) =>
  reasonText({ code: reasonCode, text }, locale);

/** A case as its reader may have it, just after a step. */
export async function caseShown(
  actor: TeamActor,
  tx: Tx,
  caseId: string,
): Promise<aftersales.CaseShape> {
  const card = await readCard(tx, caseId);
  if (!card) throw new Error('a case vanished');
  return shownTo(actor, card);
}

/** A case in its buyer's words: nothing of the team's own. */
export const inChat = (card: Card, locale: Locale): aftersales.ChatCaseShape => ({
  id: card.id,
  orderId: card.orderId,
  orderNumber: card.orderNumber,
  kind: card.kind,
  state: card.state,
  reasonCode: card.reasonCode,
  reasonText: reasonOf(card, locale),
  decision: card.decision,
  currency: card.currency,
  amountMinor: card.amountMinor,
  postageBy: card.postageBy,
  lines: card.lines,
  parcelIn: card.parcelIn,
  parcelOut: card.parcelOut,
  openedAt: card.openedAt,
  updatedAt: card.updatedAt,
  can: canInChat(card.state),
});
