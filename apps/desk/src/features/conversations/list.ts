import { conversations } from '@guitai/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { fetchFollowed } from '../../lib/feed.ts';
import { useHeard } from '../../lib/fresh.ts';
import { cache } from '../../lib/query.ts';
import type { Counts } from './counts.reducer.ts';
import { countsKey, listKey } from './keys.ts';
import { addPage, type ListFilter, type ListState } from './list.reducer.ts';
import { isKnown } from './strangers.ts';

const pageSize = 100;

async function fetchPage(filter: ListFilter, cursor?: string): Promise<ListState> {
  const { view, shopId, more } = filter;
  const { items, next, counts } = await api.call(conversations.listConversations, {
    view,
    ...more,
    limit: pageSize,
    ...(shopId ? { shopId } : {}),
    ...(cursor ? { cursor } : {}),
  });
  isKnown(items.map(({ id }) => id));
  if (counts && !shopId) cache.setQueryData<Counts>(countsKey, counts);
  return { items, next };
}

/** Asks for as much of the list as was on screen before. */
async function fetchAgain(filter: ListFilter): Promise<ListState> {
  const had = cache.getQueryData<ListState>(listKey(filter))?.items.length ?? 0;
  let list = await fetchPage(filter);
  while (list.next !== null && list.items.length < Math.min(had, 1000)) {
    list = addPage(list, await fetchPage(filter, list.next));
  }
  return list;
}

/** What may bring a conversation into a saved view. */
const bringing = ['conversation.', 'message.posted', 'buyer.', 'order.'];

/** One view of the list, kept true by events; `more` loads the next page once. It waits for what it is narrowed to. */
export function useList(filter: ListFilter & { readonly waits?: boolean }) {
  const key = listKey(filter);
  useHeard(filter.more ? bringing : [], () => void cache.invalidateQueries({ queryKey: key }));
  const query = useQuery({
    queryKey: key,
    queryFn: () => fetchFollowed(key, () => fetchAgain(filter)),
    enabled: filter.waits !== true,
    staleTime: filter.more ? 0 : Number.POSITIVE_INFINITY,
  });
  const loading = useRef(false);
  const next = query.data?.next;
  const more = useCallback(async () => {
    if (loading.current || !next) return;
    loading.current = true;
    try {
      const page = await fetchFollowed(key, () => fetchPage(filter, next));
      cache.setQueryData<ListState>(key, (list) => (list ? addPage(list, page) : page));
    } finally {
      loading.current = false;
    }
  }, [next, key, filter]);
  return { ...query, more };
}

/** How many are in each view, moved by events. */
export function useCounts(): Counts | undefined {
  return useQuery<Counts>({ queryKey: countsKey, enabled: false }).data;
}
