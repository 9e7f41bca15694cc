import type { conversations, live } from '@guitai/contract';

type Message = conversations.Message;

/** The newest messages of a conversation and as many older ones as were asked for, by `seq`, without gaps. */
export interface Thread {
  readonly messages: readonly Message[];
  /** Pass as `before` for older ones; null when the first message is here. */
  readonly before: number | null;
  /** Messages are missing after the last one: fetch what follows it. */
  readonly torn?: boolean;
}

/** Brings a thread up to an event. Applying the same event twice changes nothing the second time. */
export function applyToThread(
  thread: Thread,
  event: live.EventFrame,
  conversationId: string,
): Thread {
  const { message } = event.data as { message: Message };
  if (message.conversationId !== conversationId) return thread;
  return event.type === 'message.posted' ? append(thread, message) : replace(thread, message);
}

/** Adds a message to the end; one that is known already is left, one that comes too early marks the tear. */
export function append(thread: Thread, message: Message): Thread {
  const last = thread.messages.at(-1)?.seq ?? 0;
  if (message.seq <= last) return thread;
  if (message.seq > last + 1) return thread.torn ? thread : { ...thread, torn: true };
  return { ...thread, messages: [...thread.messages, message] };
}

/** Puts a message in the place of its former state; one that is not here changes nothing. */
export function replace(thread: Thread, message: Message): Thread {
  const at = thread.messages.findIndex(({ id }) => id === message.id);
  return at === -1 ? thread : { ...thread, messages: thread.messages.with(at, message) };
}

/** Puts older messages before the first one. */
export function prepend(thread: Thread, older: Thread): Thread {
  const first = thread.messages[0]?.seq ?? Number.POSITIVE_INFINITY;
  return {
    ...thread,
    messages: [...older.messages.filter(({ seq }) => seq < first), ...thread.messages],
    before: older.before,
  };
}

/** Closes a tear with what followed the last known message. */
export function mend(thread: Thread, following: readonly Message[]): Thread {
  const start: Thread = { messages: thread.messages, before: thread.before };
  return following.reduce(append, start);
}
