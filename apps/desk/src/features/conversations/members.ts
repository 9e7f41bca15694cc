import type { Static } from '@guitai/contract';
import { conversations } from '@guitai/contract';
import { useMemo } from 'react';
import { usePresenceChanges } from '../../lib/live.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';

export type Colleague = Static<typeof conversations.Presence>;

/** Colleagues by id, with their availability as it is now. */
export function useColleagues(): ReadonlyMap<string, Colleague> {
  const may = useMay('presence.read');
  const { data } = useReply(conversations.listPresence, {}, { when: may, freshFor: 60_000 });
  const changes = usePresenceChanges();
  return useMemo(
    () =>
      new Map(
        (data?.items ?? []).map((one) => [
          one.memberId,
          { ...one, status: changes.get(one.memberId) ?? one.status },
        ]),
      ),
    [data, changes],
  );
}
