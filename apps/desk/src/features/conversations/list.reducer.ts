import type { conversations, live } from '@guitai/contract';
import type { Reader } from '../../lib/feed.ts';
import { belongs, order, type View } from './views.rules.ts';

type Conversation = conversations.Conversation;
type Summary = conversations.ConversationSummary;

/** A view as far as it has been loaded. */
export interface ListState {
  readonly items: readonly Conversation[];
  /** Cursor of the next page; null when all are here. */
  readonly next: string | null;
}

export interface ListFilter {
  readonly view: View;
  readonly shopId?: string | undefined;
  /** Filters of a saved view. Who newly fits them is asked of the server: some of it no event says. */
  readonly more?: Omit<conversations.SavedViewShape['filter'], 'view' | 'shopId'> | undefined;
}

/** A state change, or a message with what it changed. */
type Happened = conversations.ConversationChanged & { readonly message?: conversations.Message };

/** Event types that carry a conversation as it is now. */
export const changing = [
  'conversation.opened',
  'conversation.assigned',
  'conversation.closed',
  'conversation.reopened',
  'conversation.snoozed',
  'conversation.woken',
  'conversation.marked_spam',
  'conversation.buyer_changed',
  'message.posted',
] as const;

/** Brings a list up to an event. Applying the same event twice changes nothing the second time. */
export function applyToList(
  list: ListState,
  event: live.EventFrame,
  filter: ListFilter,
  reader: Reader,
): ListState {
  if (event.type === 'conversation.read') {
    const read = event.data as conversations.ConversationRead;
    return change(list, read.conversationId, (one) => readTo(one, read, reader));
  }
  const { conversation, message } = event.data as Happened;
  const old = list.items.find(({ id }) => id === conversation.id);
  if (old && isOlder(conversation, old)) return list;
  const next = asSeen(conversation, old, message);
  return put(list, next, filter, reader);
}

/** The reply that was read into the cache already knows more than the event. */
const isOlder = (event: Summary, known: Summary): boolean => event.lastSeq < known.lastSeq;

/** A summary, with what only this reader knows of it carried over or counted on. */
export function asSeen(
  summary: Summary,
  old: Conversation | undefined,
  message: conversations.Message | undefined,
): Conversation {
  const news = message?.author.kind === 'buyer' && message.seq > (old?.lastSeq ?? 0);
  return {
    ...summary,
    unread: (old?.unread ?? 0) + (news ? 1 : 0),
    readSeq: old?.readSeq ?? 0,
    can: old?.can ?? [],
  };
}

/** A read mark moved: the reader's own clears what is unread, the buyer's moves the ticks. */
export function readTo(
  one: Conversation,
  { by, seq, staffReadSeq, buyerReadSeq }: conversations.ConversationRead,
  reader: Reader,
): Conversation {
  const marks = {
    staffReadSeq: Math.max(one.staffReadSeq, staffReadSeq),
    buyerReadSeq: Math.max(one.buyerReadSeq, buyerReadSeq),
  };
  if (by.kind !== 'member' || by.id !== reader.memberId) return { ...one, ...marks };
  const unread = Math.min(one.unread, Math.max(0, one.lastSeq - seq));
  return { ...one, ...marks, readSeq: Math.max(one.readSeq, seq), unread };
}

/** Changes one row where it stands. */
export function change(
  list: ListState,
  id: string,
  how: (one: Conversation) => Conversation,
): ListState {
  const at = list.items.findIndex((one) => one.id === id);
  const old = list.items[at];
  return old ? { ...list, items: list.items.with(at, how(old)) } : list;
}

function put(list: ListState, one: Conversation, filter: ListFilter, reader: Reader): ListState {
  const others = list.items.filter(({ id }) => id !== one.id);
  const fits =
    belongs(filter.view, one, reader.memberId) && (!filter.shopId || filter.shopId === one.shopId);
  if (!fits || (filter.more && others.length === list.items.length))
    return others.length === list.items.length ? list : { ...list, items: others };
  const compare = order(filter.view);
  const found = others.findIndex((other) => compare(one, other) < 0);
  if (found === -1 && list.next !== null) return { ...list, items: others };
  const at = found === -1 ? others.length : found;
  return { ...list, items: others.toSpliced(at, 0, one) };
}

/** Adds a page that was read later; what is here already stays as it is. */
export function addPage(list: ListState, page: ListState): ListState {
  const known = new Set(list.items.map(({ id }) => id));
  return {
    items: [...list.items, ...page.items.filter(({ id }) => !known.has(id))],
    next: page.next,
  };
}
