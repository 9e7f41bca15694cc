import type { conversations } from '@guitai/contract';

/** The server lets a receiver give a chat back this long after the handover. */
const mayGiveBackForMs = 60_000;

/** What a colleague has just handed to this member, while it may be given back. */
export interface Handed {
  readonly fromName: string;
  readonly note: string;
  /** Whole seconds left. */
  readonly secondsLeft: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads it from the newest line about who holds the conversation; null when there is nothing to give back. */
export function handedTo(
  memberId: string,
  messages: readonly conversations.Message[],
  now: number,
): Handed | null {
  const newest = messages.findLast(({ line }) => line?.code.startsWith('conversation.') ?? false);
  const { line, at } = newest ?? {};
  if (line?.code !== 'conversation.transferred' || !at) return null;
  const { toId, byId, byName, note } = line.params;
  if (toId !== memberId || byId === memberId) return null;
  const left = Math.ceil((Date.parse(at) + mayGiveBackForMs - now) / 1000);
  return left > 0
    ? { fromName: text(byName), note: text(note), secondsLeft: Math.min(left, 60) }
    : null;
}
