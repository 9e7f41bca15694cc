import type { conversations, live } from '@guitai/contract';
import { prepend, replace, type Thread } from './thread.reducer.ts';

type Message = conversations.Message;

/** A stretch of a conversation away from its newest messages, by `seq`, without gaps. */
export interface Past extends Thread {
  /** Pass as `after` for newer ones; null when nothing is newer. */
  readonly after: number | null;
}

interface Page {
  readonly items: readonly Message[];
  readonly before: number | null;
  readonly after: number | null;
}

/** A stretch from what stands before a place (with it) and what follows it. */
export const stretchOf = (before: Page, after: Page): Past => ({
  messages: [...before.items, ...after.items],
  before: before.before,
  after: after.after,
});

/** Puts older messages before the stretch. */
export const lengthenUp = (past: Past, { items, before }: Page): Past => ({
  ...past,
  ...prepend(past, { messages: items, before }),
});

/** Puts newer messages after the stretch. */
export function lengthenDown(past: Past, { items, after }: Page): Past {
  const last = past.messages.at(-1)?.seq ?? 0;
  return { ...past, messages: [...past.messages, ...items.filter(({ seq }) => seq > last)], after };
}

/** Nothing is missing between the stretch and the thread's newest messages. */
export const meets = ({ messages, after }: Past, thread: Thread): boolean =>
  after === null || (messages.at(-1)?.seq ?? 0) >= (thread.messages[0]?.seq ?? 0) - 1;

/** The thread with the stretch before it; only for those that meet. */
export const joined = (past: Past, thread: Thread): Thread =>
  prepend(thread, { messages: past.messages, before: past.before });

/** A message of the stretch was taken back, or its card moved on. */
export function applyToPast(past: Past, event: live.EventFrame): Past {
  const { message } = event.data as { message: Message };
  return { ...past, ...replace(past, message) };
}
