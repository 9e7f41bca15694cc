import { smsText } from '@guitai/contract/outreach.sms';
import type { SystemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { BuyerContact } from '../buyers/index.ts';
import { postMany } from '../conversations/index.ts';
import type { Decision } from './decide.rules.ts';
import { type Fate, saveFates } from './due.store.ts';
import { outreachSent, outreachSkipped } from './events.ts';
import { chatOf, type Ground } from './facts.ts';
import type { Road } from './roads.ts';
import type { OutreachRow } from './tables.ts';
import { tellMessage } from './told.ts';

/** A message, in the words it is to have now, with what was decided about it. */
export interface Decided {
  readonly message: OutreachRow;
  readonly decision: Decision;
}

interface Sending {
  readonly message: OutreachRow;
  readonly conversationId: string;
}

/** Carries out a batch of decisions: posts, writes every row, says what happened. */
export async function carryOut(
  actor: SystemActor,
  tx: Tx,
  ground: Ground,
  decided: readonly Decided[],
): Promise<void> {
  const chats = decided.flatMap((one) => chatsOf(ground, one));
  const posted = await postMany(
    actor,
    tx,
    chats.map(({ message, conversationId }) => ({
      conversationId,
      text: message.text,
      card: message.card,
      key: message.id,
    })),
  );
  const chatted = new Map(chats.map((one) => [one.message.id, one]));
  const at = new Date(ground.now);
  const fates = decided.map((one) => fateOf(ground, one, chatted.get(one.message.id), posted));
  await saveFates(tx, fates, at);
  decided.forEach(({ message }, n) => {
    const fate = fates[n];
    if (fate) tellFate(actor, tx, message, fate);
  });
}

function chatsOf(ground: Ground, { message, decision }: Decided): Sending[] {
  if (decision.do !== 'send' || decision.channel !== 'chat') return [];
  const conversationId = chatOf(ground, message);
  return conversationId === null ? [] : [{ message, conversationId }];
}

function fateOf(
  ground: Ground,
  { message, decision }: Decided,
  chat: Sending | undefined,
  posted: ReadonlyMap<string, string>,
): Fate {
  const at = new Date(ground.now);
  const { id } = message;
  if (decision.do === 'skip') return { id, state: 'skipped', reason: decision.reason };
  if (decision.do === 'later') return { id, state: 'planned', due_at: decision.at };
  const words = { text: message.text, subject: message.subject };
  if (decision.channel !== 'chat') return { ...words, ...onTheWay(ground, message, decision) };
  const chatId = posted.get(id);
  if (!chat || chatId === undefined) return { id, state: 'skipped', reason: 'no_chat' };
  return {
    ...{ id, ...words, state: 'sent', reason: null, channel: 'chat', attempts: 1 },
    ...{ conversation_id: chat.conversationId, chat_message_id: chatId },
    ...{ handed_at: at, sent_at: at },
  };
}

/** Into the outbox; what was counted for the recipient counts from here. */
function onTheWay(
  ground: Ground,
  message: OutreachRow,
  { channel }: Extract<Decision, { do: 'send' }>,
): Fate {
  const { id } = message;
  const contact = ground.contacts.get(message.buyerId);
  const road = channel === 'chat' ? null : ground.roads.road(message, channel, contact);
  if (!road) return { id, state: 'skipped', reason: `no_${channel}` };
  return {
    ...{ id, state: 'sending', reason: null, channel, gateway_id: road.gatewayId },
    ...{ recipient: road.recipient, recipient_hash: road.recipientHash },
    handed_at: new Date(ground.now),
    text: channel === 'sms' ? textFor(message, contact, road) : message.text,
  };
}

const textFor = ({ text, topic }: OutreachRow, contact: BuyerContact | undefined, { kind }: Road) =>
  smsText(text, { topic, locale: contact?.locale ?? null, gateway: kind });

function tellFate(actor: SystemActor, tx: Tx, message: OutreachRow, fate: Fate): void {
  const after = {
    ...message,
    state: fate.state,
    reason: fate.reason ?? null,
    channel: (fate.channel as OutreachRow['channel']) ?? message.channel,
    conversationId: fate.conversation_id ?? message.conversationId,
  };
  if (fate.state === 'sent') tellMessage(actor, tx, outreachSent, after);
  if (fate.state === 'skipped') tellMessage(actor, tx, outreachSkipped, after);
}
