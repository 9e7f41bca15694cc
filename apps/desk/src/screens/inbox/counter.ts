import { workbench } from '@guitai/contract';
import type { ProblemError } from '@guitai/sdk';
import { useQuery } from '@tanstack/react-query';
import { seedDrafts } from '../../features/conversations/drafts.ts';
import { keepConversationAt, keepThread } from '../../features/conversations/thread.ts';
import { api } from '../../lib/api.ts';
import { onLiveEvent } from '../../lib/live.ts';
import { cache, replyKey } from '../../lib/query.ts';
import { touches } from './counter.rules.ts';

type Counter = workbench.CounterShape;

const counterKey = (conversationId: string) => replyKey(workbench.openCounter, { conversationId });

/** One round trip: the whole screen of a conversation, divided among the features. */
async function fetchCounter(conversationId: string): Promise<Counter> {
  const counter = await api.call(workbench.openCounter, { conversationId });
  keepConversationAt(counter.conversation, counter.seq);
  keepThread(
    conversationId,
    { messages: counter.messages.items, before: counter.messages.before },
    counter.seq,
  );
  seedDrafts(conversationId, counter.drafts);
  return counter;
}

const options = (conversationId: string) => ({
  queryKey: counterKey(conversationId),
  queryFn: () => fetchCounter(conversationId),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Everything of the open conversation; at once when it was open before or a neighbour of the open one. */
export const useCounter = (conversationId: string) =>
  useQuery<Counter, ProblemError>(options(conversationId));

/** Fetches ahead what will probably be opened next. */
export const lookAhead = (conversationId: string): void =>
  void cache.prefetchQuery(options(conversationId));

/** Asks again for the counters an event may have changed: the open one at once, others when they are opened. */
const askAgain = (conversationId: string): void =>
  void cache.invalidateQueries({ queryKey: counterKey(conversationId) });

const pause = 120;
const stale = new Set<string>();
let waiting = false;

/** Watches the events that change what a counter shows besides its messages. */
export const watchCounters = (): (() => void) =>
  onLiveEvent((event) => {
    for (const counter of cachedCounters()) {
      if (touches(event, counter)) stale.add(counter.conversation.id);
    }
    if (stale.size > 0 && !waiting) setTimeout(askForStale, pause);
    waiting = stale.size > 0;
  });

function askForStale(): void {
  waiting = false;
  for (const id of stale) askAgain(id);
  stale.clear();
}

const cachedCounters = (): Counter[] =>
  cache
    .getQueriesData<Counter>({ queryKey: [workbench.openCounter.id] })
    .flatMap(([, counter]) => (counter ? [counter] : []));
