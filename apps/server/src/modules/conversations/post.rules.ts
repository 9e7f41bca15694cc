import type { conversations } from '@guitai/contract';
import type { Act } from './conversation.rules.ts';

export type AuthorKind = conversations.AuthorKind;
export type MessageKind = conversations.MessageKind;
export type Card = conversations.Card;
export type Line = conversations.Line;
export type StoredFile = conversations.StoredFile;

/** A conversation as the pipeline knows it: the row, instants as ISO 8601 text in UTC. */
export interface Standing {
  readonly id: string;
  readonly version: number;
  readonly shopId: string;
  readonly shopName: string;
  readonly channelId: string;
  readonly channelKind: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly state: conversations.ConversationState;
  readonly assigneeId: string | null;
  readonly waitingSince: string | null;
  readonly snoozedUntil: string | null;
  readonly snoozedForOrder: boolean;
  readonly lastSeq: number;
  readonly lastText: string;
  readonly lastKind: MessageKind | null;
  readonly lastAuthorKind: AuthorKind | null;
  readonly lastAt: string;
  /** The last public answer of a person, and whose it was. */
  readonly replySeq: number;
  readonly replyBy: string | null;
  /** Messages of the buyer and public ones of the team, so far. */
  readonly inbound: number;
  readonly outbound: number;
  readonly buyerReadSeq: number;
  readonly buyerReadOutbound: number;
  readonly staffReadSeq: number;
  readonly blocked: boolean;
  readonly previousId: string | null;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
  /** The page the buyer last wrote from. */
  readonly page: conversations.ChatPlace | null;
}

/** A message ready to be written, all but its place. */
export interface Words {
  readonly id: string;
  readonly kind: MessageKind;
  readonly authorKind: AuthorKind;
  readonly authorId: string | null;
  readonly authorName: string;
  readonly text: string;
  readonly card: Card | null;
  readonly file: StoredFile | null;
  readonly line: Line | null;
  readonly clientKey: string | null;
}

/** A message with its place. */
export interface Placed extends Words {
  readonly seq: number;
  readonly at: string;
  readonly hidden: boolean;
}

/** Which act a message is, by its author and kind; null for system lines, which are always possible. */
export function actOf(words: Words): Act | null {
  if (words.kind === 'note') return 'note';
  if (words.authorKind === 'buyer') return 'buyerWrites';
  return words.kind === 'line' ? null : 'reply';
}

/** CONV-10: what a message does to the waiting clock: a buyer starts it, a person's public answer stops it. */
export function waitingAfter(before: string | null, words: Words, at: string): string | null {
  if (words.authorKind === 'buyer') return before ?? at;
  const answers = words.authorKind === 'member' && words.kind !== 'note' && words.kind !== 'line';
  return answers ? null : before;
}

/** What a card is about, for the list: a title or the number of the order; the reader's language says what kind it is. */
export function aboutOf(card: Card | null): string {
  if (card === null) return '';
  if (card.type === 'act') return `${card.title} ${card.orderNumber}`;
  if ('title' in card) return card.title;
  return 'order' in card ? card.order.number : card.orderNumber;
}

/** At most 120 UTF-16 units, never half of a character. */
export function lastTextOf(text: string): string {
  if (text.length <= 120) return text;
  const cut = text.slice(0, 120);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** The instant of the next message: now, but never before the one it follows, whatever the machine's clock does. */
export const notBefore = (now: string, last: string): string => (now < last ? last : now);

/** The conversation after the message. A hidden one only takes a number; a line leaves the last words alone. */
export function afterMessage(standing: Standing, words: Words, now: string): Standing {
  const at = notBefore(now, standing.lastAt);
  const next = { ...standing, version: standing.version + 1, lastSeq: standing.lastSeq + 1 };
  if (standing.blocked && words.authorKind === 'buyer') return next;
  if (words.kind === 'line') return next;
  const outbound = words.kind !== 'note' && words.authorKind !== 'buyer';
  const answered = outbound && words.authorKind === 'member';
  return {
    ...next,
    waitingSince: waitingAfter(standing.waitingSince, words, at),
    lastText: lastTextOf(words.text || aboutOf(words.card)),
    lastKind: words.kind,
    lastAuthorKind: words.authorKind,
    lastAt: at,
    inbound: standing.inbound + (words.authorKind === 'buyer' ? 1 : 0),
    outbound: standing.outbound + (outbound ? 1 : 0),
    replySeq: answered ? next.lastSeq : standing.replySeq,
    replyBy: answered ? words.authorId : standing.replyBy,
  };
}

/** CONV-14: whether a colleague has answered since the author last looked. */
export const answeredMeanwhile = (standing: Standing, member: string, seen: number): boolean =>
  standing.replySeq > seen && standing.replyBy !== member;
