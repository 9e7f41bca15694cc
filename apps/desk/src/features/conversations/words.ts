import type { conversations } from '@guitai/contract';
import type { I18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Conversation = conversations.ConversationSummary;

export const viewNames = {
  queue: msg({ message: 'Queue', context: 'conversations' }),
  mine: msg({ message: 'Mine', context: 'conversations' }),
  all: msg({ message: 'All', context: 'conversations' }),
  snoozed: msg({ message: 'Snoozed', context: 'conversations' }),
  resolved: msg({ message: 'Resolved', context: 'conversations' }),
};

export const stateNames = {
  open: msg({ message: 'Open', context: 'conversation state' }),
  pending: msg({ message: 'With the robot', context: 'conversation state' }),
  snoozed: msg({ message: 'Snoozed', context: 'conversation state' }),
  resolved: msg({ message: 'Resolved', context: 'conversation state' }),
  spam: msg({ message: 'Spam', context: 'conversation state' }),
};

export const channelNames: Record<string, ReturnType<typeof msg>> = {
  web: msg({ message: 'Web', context: 'channel' }),
};

const visitor = msg`Visitor`;

/** The buyer's name, or a visitor with the last characters of their id, so that two can be told apart. */
export const nameOf = (
  { buyerName, buyerId }: Pick<Conversation, 'buyerName' | 'buyerId'>,
  i18n: I18n,
): string => buyerName || `${i18n._(visitor)} ${buyerId.slice(-4)}`;

const kinds = {
  image: msg`[Picture]`,
  file: msg`[File]`,
  card: msg`[Card]`,
  text: msg`[Taken back]`,
  note: msg`[Taken back]`,
};

/** What stands in the list for a message without words. */
const wordless = (kind: Conversation['lastKind'], i18n: I18n): string =>
  kind && kind in kinds ? i18n._(kinds[kind as keyof typeof kinds]) : '';

/** The last line of a conversation for the list. */
export function lastLine({ lastText, lastKind, lastAuthorKind }: Conversation, i18n: I18n): string {
  const kind = lastKind === 'card' || !lastText ? wordless(lastKind, i18n) : '';
  const text = [kind, lastText].filter(Boolean).join(' ');
  if (!text) return '';
  if (lastKind === 'note') return i18n._(msg`Note: ${text}`);
  return lastAuthorKind === 'member' ? i18n._(msg`Us: ${text}`) : text;
}
