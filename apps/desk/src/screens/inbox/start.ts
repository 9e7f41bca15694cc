import { useEffect } from 'react';
import type { Counts } from '../../features/conversations/counts.reducer.ts';
import type { useInboxAddress } from './address.ts';

const inOrder = ['queue', 'mine', 'all'] as const;

/** Who comes in by the bare address finds buyers: where the usual view is empty, the next one that is not. */
export function useStart(
  asked: string | undefined,
  { address, open }: ReturnType<typeof useInboxAddress>,
  counts: Counts | undefined,
): void {
  const { view, conversationId } = address;
  const usual = view === 'resolved' || !counts ? 1 : counts[view];
  const fuller = counts && inOrder.find((one) => counts[one] > 0);
  const leave = asked === undefined && !conversationId && usual === 0 && fuller;
  useEffect(() => {
    if (leave) open(undefined, leave);
  });
}
