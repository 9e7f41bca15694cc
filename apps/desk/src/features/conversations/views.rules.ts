import type { conversations } from '@guitai/contract';

type Summary = conversations.ConversationSummary;

export const views = ['queue', 'mine', 'all', 'snoozed', 'resolved'] as const;
export type View = (typeof views)[number];

export const isView = (text: string | undefined): text is View =>
  text !== undefined && (views as readonly string[]).includes(text);

/** Where a conversation stands, as far as it decides in which views it is. */
export type Standing = Pick<Summary, 'state' | 'assigneeId'>;

const alive = (state: Summary['state']) => state === 'open' || state === 'pending';

/** Whether a conversation is in a view of this member. The server's lists follow the same rule. */
export function belongs(view: View, { state, assigneeId }: Standing, memberId: string): boolean {
  switch (view) {
    case 'queue':
      return state === 'open' && assigneeId === null;
    case 'mine':
      return alive(state) && assigneeId === memberId;
    case 'all':
      return alive(state);
    case 'snoozed':
      return state === 'snoozed';
    case 'resolved':
      return state === 'resolved';
  }
}

type Placed = Pick<Summary, 'id' | 'waitingSince' | 'lastAt'>;

const time = (at: string): number => Date.parse(at);

/** Longest waiting first, then the last word newest first: the order of the server's lists. */
function byWaiting(a: Placed, b: Placed): number {
  if (a.waitingSince && b.waitingSince) return time(a.waitingSince) - time(b.waitingSince);
  if (a.waitingSince) return -1;
  return b.waitingSince ? 1 : byLastWord(a, b);
}

const byLastWord = (a: Placed, b: Placed): number => time(b.lastAt) - time(a.lastAt);

/** How a view is sorted; equal ones stand by id, newest first. */
export function order(view: View): (a: Placed, b: Placed) => number {
  const main = view === 'snoozed' || view === 'resolved' ? byLastWord : byWaiting;
  return (a, b) => main(a, b) || (a.id < b.id ? 1 : -1);
}
