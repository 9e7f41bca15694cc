import type { aftersales, InputOf } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { sayInTx } from '../conversations/index.ts';
import { readCard } from './list.store.ts';
import { openAs } from './open.ts';
import { inChat } from './shown.ts';
import { spokenOf } from './spoken.rules.ts';

/** The verified buyer asks for after-sales of an own order. */
export async function openChatCase(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof aftersales.openChatCase>,
) {
  if (!actor.verified || actor.buyer === null) return refuse('visitor.identity_needed');
  if (input.kind === 'compensate')
    return refuse('order.act_not_allowed', {
      act: input.kind,
      rule: input.kind,
      status: '',
      allowed: [],
    });
  const opened = await openAs(actor, tx, input, 'openChatCase');
  if (isRefusal(opened)) return opened;
  const card = await readCard(tx, opened.caseId ?? '');
  if (!card) throw new Error('a case vanished');
  const shown = inChat(card, actor.locale);
  await speakUp(actor, tx, shown, card.note);
  return shown;
}

/** A buyer who asks has spoken: the conversation waits for an answer. */
async function speakUp(actor: BuyerActor, tx: Tx, one: aftersales.ChatCaseShape, note: string) {
  const told = { kind: one.kind, reason: one.reasonText, note };
  const text = spokenOf(actor.locale, told);
  const said = { conversationId: '', text, clientKey: `case-${one.id}` };
  const spoken = await sayInTx(actor, tx, said);
  if (isRefusal(spoken) && spoken.code !== 'visitor.unknown')
    throw new Error(`a buyer's request could not be said: ${spoken.code}`);
}
