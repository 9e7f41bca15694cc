import { promises } from '@guitai/contract';
import { useMemo } from 'react';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';

/** Conversations with a promise whose time is nearly over, or over. */
export function usePromised(): ReadonlyMap<string, 'soon' | 'late'> {
  const may = useMay('promises.read');
  useFresh(['promise.'], [promises.listPromises], 1000);
  const { data } = useReply(promises.listPromises, { soon: true, limit: 200 }, { when: may });
  return useMemo(() => {
    const marks = new Map<string, 'soon' | 'late'>();
    for (const { conversationId, state } of data?.items ?? []) {
      if (conversationId === null) continue;
      if (state === 'broken') marks.set(conversationId, 'late');
      else if (!marks.has(conversationId)) marks.set(conversationId, 'soon');
    }
    return marks;
  }, [data]);
}
