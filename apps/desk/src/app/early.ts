import { access } from '@guitai/contract';
import { api } from '../lib/api.ts';
import { cache, replyKey } from '../lib/query.ts';

/**
 * Asks for what the first page needs in any case, so that one does not wait for the other: who is here, and the inbox where
 * that is where one goes. What fails here is asked for again where it is wanted, and told there.
 */
export function beginEarly(path: string): void {
  if (/^\/desk\/(?:sign-in|set-up|invitation)/.test(path)) return;
  void cache.prefetchQuery({
    queryKey: replyKey(access.getSelf, {}),
    queryFn: () => api.call(access.getSelf),
    retry: false,
  });
  if (/^\/desk\/(?:inbox|$)/.test(path))
    import('../screens/inbox/InboxScreen.tsx').catch(() => undefined);
}
