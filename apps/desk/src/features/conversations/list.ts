import { conversations } from '@guitai/contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { api } from '../../lib/api.ts';
import { fetchFollowed } from '../../lib/feed.ts';
import { cache } from '../../lib/query.ts';
import type { Counts } from './counts.reducer.ts';
import { countsKey, listKey } from './keys.ts';
import { addPage, type ListFilter, type ListState } from './list.reducer.ts';
import { isKnown } from './strangers.ts';

const pageSize = 100;

async function fetchPage(filter: ListFilter, cursor?: string): Promise<ListState> {
  const { view, shopId } = filter;
  const { items, next, counts } = await api.call(conversations.listConversations, {
    view,
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

/** One view of the list, kept true by events; `more` loads the next page once. */
export function useList(filter: ListFilter) {
  const key = listKey(filter);
  const query = useQuery({
    queryKey: key,
    queryFn: () => fetchFollowed(key, () => fetchAgain(filter)),
    staleTime: Number.POSITIVE_INFINITY,
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
