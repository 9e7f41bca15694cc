import { conversations, type live } from '@guitai/contract';
import { api } from '../../lib/api.ts';
import { onLiveEvent } from '../../lib/live.ts';
import { cache } from '../../lib/query.ts';
import { change, changing, type ListState } from './list.reducer.ts';

/** Conversations whose read mark of this reader is known: fetched once, or seen from their first word. */
const known = new Set<string>();
const strangers = new Set<string>();
const pause = 300;

export const isKnown = (ids: Iterable<string>): void => {
  for (const id of ids) known.add(id);
};

/**
 * A conversation that comes into a list from elsewhere (woken, handed over) brings no read mark of this reader:
 * events are the same for everybody. It is asked once, together with others that came at the same time.
 */
export function learnStrangers(): void {
  onLiveEvent(({ type, data }: live.EventFrame) => {
    if (!(changing as readonly string[]).includes(type)) return;
    const { conversation, was } = data as conversations.ConversationChanged;
    if (was === null) known.add(conversation.id);
    if (known.has(conversation.id) || !isListed(conversation.id)) return;
    if (strangers.size === 0) setTimeout(askAll, pause);
    strangers.add(conversation.id);
  });
}

const lists = () => cache.getQueriesData<ListState>({ queryKey: ['conversationList'] });

const isListed = (id: string): boolean =>
  lists().some(([, list]) => list?.items.some((one) => one.id === id));

function askAll(): void {
  for (const id of strangers) void ask(id);
  strangers.clear();
}

async function ask(conversationId: string): Promise<void> {
  const outcome = await api.attempt(conversations.getConversation, { conversationId });
  if (!outcome.ok) return;
  known.add(conversationId);
  const { unread, readSeq, can, lastSeq } = outcome.value;
  for (const [key, list] of lists()) {
    if (!list?.items.some(({ id }) => id === conversationId)) continue;
    const later = (one: conversations.Conversation) =>
      one.lastSeq > lastSeq ? one : { ...one, unread, readSeq, can };
    cache.setQueryData(key, change(list, conversationId, later));
  }
}
