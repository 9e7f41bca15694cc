import type { conversations } from '@guitai/contract';

type Waiting = Pick<conversations.Conversation, 'id' | 'waitingSince' | 'assigneeId'>;

/** Buyers who wait for a colleague who is not here, the longest waiting first. */
export const strandedIn = <One extends Waiting>(
  items: readonly One[],
  isOffline: (memberId: string) => boolean,
): One[] =>
  items
    .filter(({ waitingSince, assigneeId }) => waitingSince && assigneeId && isOffline(assigneeId))
    .sort((a, b) => Date.parse(a.waitingSince ?? '') - Date.parse(b.waitingSince ?? ''));
