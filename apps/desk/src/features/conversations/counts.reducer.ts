import type { conversations, live } from '@guitai/contract';
import type { Reader } from '../../lib/feed.ts';
import { belongs, type Standing } from './views.rules.ts';

export type Counts = conversations.ConversationCounts;

const counted = ['mine', 'queue', 'all', 'snoozed'] as const;

/** Moves the counters by one, from what the conversation was to what it is. Nothing is asked. */
export function applyToCounts(counts: Counts, event: live.EventFrame, reader: Reader): Counts {
  const { conversation, was } = event.data as conversations.ConversationChanged;
  const next = { ...counts };
  let moved = false;
  for (const view of counted) {
    const step = inView(view, conversation, reader) - (was ? inView(view, was, reader) : 0);
    if (step === 0) continue;
    next[view] = Math.max(0, next[view] + step);
    moved = true;
  }
  return moved ? next : counts;
}

const inView = (view: (typeof counted)[number], standing: Standing, reader: Reader): number =>
  belongs(view, standing, reader.memberId) ? 1 : 0;
