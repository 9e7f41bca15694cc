import { scripts } from '@guitai/contract';
import type { ProblemError } from '@guitai/sdk';
import { api } from '../../lib/api.ts';
import { createStore } from '../../lib/store.ts';
import { type Hand, takeInHand } from './hand.ts';

export interface Where {
  readonly conversationId: string;
  /** The order in hand beside the chat. */
  readonly orderId: string | undefined;
  /** The buyer's last words. */
  readonly question: string;
}

/** What kept the last script from being taken, by conversation. */
export const troubles = createStore<Readonly<Record<string, ProblemError>>>({});

const tell = (conversationId: string, problem: ProblemError | undefined): void => {
  const { [conversationId]: _old, ...rest } = troubles.get();
  troubles.set(problem ? { ...rest, [conversationId]: problem } : rest);
};

async function fill(scriptId: string, { conversationId, orderId }: Where) {
  const input = { conversationId, scriptId };
  const filled = await api.attempt(scripts.fillScript, orderId ? { ...input, orderId } : input);
  // An order that was only matched to this visitor by a colleague is not told.
  if (filled.ok || filled.problem.code !== 'script.foreign_order') return { filled, orderId };
  return { filled: await api.attempt(scripts.fillScript, input), orderId: undefined };
}

/** Fills a script and takes it in hand; undefined when it was refused, which is shown above the field. */
export async function take(scriptId: string, where: Where): Promise<Hand | undefined> {
  const { filled, orderId } = await fill(scriptId, where);
  tell(where.conversationId, filled.ok ? undefined : filled.problem);
  if (!filled.ok) return undefined;
  const hand: Hand = {
    filled: filled.value,
    main: filled.value.parts.findIndex(({ kind }) => kind === 'text'),
    question: where.question,
    useKey: crypto.randomUUID(),
    ...(orderId ? { orderId } : {}),
  };
  takeInHand(where.conversationId, hand);
  return hand;
}
