import { conversations } from '@guitai/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { bringUp } from '../../lib/feed.ts';
import { cache } from '../../lib/query.ts';
import { conversationKey, threadKey } from './keys.ts';
import { isKnown } from './strangers.ts';
import { mend, prepend, type Thread } from './thread.reducer.ts';

const olderAtOnce = 100;

/** The conversation as this reader sees it, from the cache. */
export const useConversation = (conversationId: string): conversations.Conversation | undefined =>
  useQuery<conversations.Conversation>({
    queryKey: conversationKey(conversationId),
    enabled: false,
  }).data;

/** Puts a conversation that came with an act's reply into the cache. */
export function keepConversation(one: conversations.Conversation): void {
  isKnown([one.id]);
  cache.setQueryData(conversationKey(one.id), one);
}

/** The same with one that was true at event `seq`: what happened while it was on its way is not lost. */
export const keepConversationAt = (one: conversations.Conversation, seq: number): void =>
  keepConversation(bringUp(conversationKey(one.id), one, seq));

/** Puts the newest messages into the cache, joined with older ones that are there already. */
export function keepThread(conversationId: string, fresh: Thread, seq: number): void {
  const key = threadKey(conversationId);
  const old = cache.getQueryData<Thread>(key);
  cache.setQueryData(key, bringUp(key, old ? join(old, fresh) : fresh, seq));
}

function join(old: Thread, fresh: Thread): Thread {
  const first = fresh.messages[0]?.seq ?? 0;
  const last = old.messages.at(-1)?.seq ?? 0;
  if (last < first - 1) return fresh;
  const earlier = old.messages.filter(({ seq }) => seq < first);
  const later = old.messages.filter(({ seq }) => seq > (fresh.messages.at(-1)?.seq ?? 0));
  return {
    messages: [...earlier, ...fresh.messages, ...later],
    before: earlier.length > 0 ? old.before : fresh.before,
  };
}

/** The thread from the cache; `older` loads what came before, once at a time. A tear is mended by itself. */
export function useThread(conversationId: string): {
  thread: Thread | undefined;
  older: () => Promise<void>;
} {
  const key = threadKey(conversationId);
  const thread = useQuery<Thread>({ queryKey: key, enabled: false }).data;
  const loading = useRef(false);
  const before = thread?.before ?? null;
  const older = useCallback(async () => {
    if (loading.current || before === null) return;
    loading.current = true;
    try {
      const page = await api.call(conversations.listMessages, {
        conversationId,
        before,
        limit: olderAtOnce,
      });
      cache.setQueryData<Thread>(
        threadKey(conversationId),
        (now) => now && prepend(now, { messages: page.items, before: page.before }),
      );
    } finally {
      loading.current = false;
    }
  }, [conversationId, before]);
  const torn = thread?.torn === true;
  useEffect(() => {
    if (torn) void closeTear(conversationId);
  }, [torn, conversationId]);
  return { thread, older };
}

async function closeTear(conversationId: string): Promise<void> {
  const key = threadKey(conversationId);
  let after = cache.getQueryData<Thread>(key)?.messages.at(-1)?.seq ?? null;
  while (after !== null) {
    const page = await api.call(conversations.listMessages, { conversationId, after, limit: 200 });
    cache.setQueryData<Thread>(key, (now) => now && mend(now, page.items));
    after = page.after;
  }
}
