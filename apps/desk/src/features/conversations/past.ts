import { conversations } from '@guitai/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../lib/api.ts';
import { cache } from '../../lib/query.ts';
import { pastKey, threadKey } from './keys.ts';
import { joined, lengthenDown, lengthenUp, meets, type Past, stretchOf } from './past.reducer.ts';
import type { Thread } from './thread.reducer.ts';
import { useThread } from './thread.ts';

const around = 50;
const atOnce = 100;

/** What is shown of a conversation: its newest messages, or those around a place one was led to. */
interface Shown {
  readonly thread: Thread | undefined;
  /** The newest messages are not among those shown. */
  readonly away: boolean;
  readonly older: () => Promise<void>;
  readonly newer: () => Promise<void>;
}

/** The thread, or the messages around number `seq` until they have grown together with the thread. */
export function useThreadAt(conversationId: string, seq: number | undefined): Shown {
  const { thread, older } = useThread(conversationId);
  const first = thread?.messages[0]?.seq ?? 0;
  const away = seq !== undefined && seq < first && thread?.before !== null;
  const past = useQuery<Past>({
    queryKey: pastKey(conversationId, seq ?? 0),
    queryFn: () => fetchAround(conversationId, seq ?? 0),
    enabled: away,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  const olderPast = useCallback(
    () => lengthen(conversationId, seq ?? 0, 'up'),
    [conversationId, seq],
  );
  const newerPast = useCallback(
    () => lengthen(conversationId, seq ?? 0, 'down'),
    [conversationId, seq],
  );
  return away
    ? { thread: past, away, older: olderPast, newer: newerPast }
    : { thread, away, older, newer: noneNewer };
}

const noneNewer = async (): Promise<void> => {};

async function fetchAround(conversationId: string, seq: number): Promise<Past> {
  const page = { conversationId, limit: around };
  const [before, after] = await Promise.all([
    api.call(conversations.listMessages, { ...page, before: seq + 1 }),
    api.call(conversations.listMessages, { ...page, after: seq }),
  ]);
  const past = stretchOf(before, after);
  growTogether(conversationId, past);
  return past;
}

/** Hands the stretch to the thread when nothing is missing between them. */
function growTogether(conversationId: string, past: Past): void {
  cache.setQueryData<Thread>(threadKey(conversationId), (now) =>
    now && meets(past, now) ? joined(past, now) : now,
  );
}

const underWay = new Set<string>();

async function lengthen(conversationId: string, seq: number, way: 'up' | 'down'): Promise<void> {
  const key = pastKey(conversationId, seq);
  const now = cache.getQueryData<Past>(key);
  const end = way === 'up' ? now?.before : now?.after;
  const name = `${conversationId} ${way}`;
  if (end == null || underWay.has(name)) return;
  underWay.add(name);
  try {
    const page = await api.call(conversations.listMessages, {
      conversationId,
      limit: atOnce,
      ...(way === 'up' ? { before: end } : { after: end }),
    });
    const grow = way === 'up' ? lengthenUp : lengthenDown;
    const next = cache.setQueryData<Past>(key, (past) => past && grow(past, page));
    if (next && way === 'down') growTogether(conversationId, next);
  } finally {
    underWay.delete(name);
  }
}
