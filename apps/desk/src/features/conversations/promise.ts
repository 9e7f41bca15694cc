import { shops } from '@guitai/contract';
import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../lib/api.ts';
import { replyKey } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';

/** Seconds in which a buyer should get an answer, where a shop has said nothing. */
const usual = 60;

/** How many seconds each shop promises; asked once per shop. */
export function usePromises(): (shopId: string) => number {
  const self = useSelf();
  const replies = useQueries({
    queries: self.shops.map(({ id: shopId }) => ({
      queryKey: replyKey(shops.getShopSettings, { shopId }),
      queryFn: () => api.call(shops.getShopSettings, { shopId }),
      staleTime: 600_000,
      retry: false,
    })),
    combine: (found) => found.map(({ data }) => data?.answerPromiseSeconds),
  });
  return useCallback(
    (shopId: string) => replies[self.shops.findIndex(({ id }) => id === shopId)] ?? usual,
    [replies, self.shops],
  );
}

/** How near the promise is to breaking. */
export const urgency = (waitedMs: number, promiseSeconds: number): 'calm' | 'soon' | 'late' =>
  waitedMs >= promiseSeconds * 1000 ? 'late' : waitedMs >= promiseSeconds * 667 ? 'soon' : 'calm';
