import type { conversations, workbench } from '@guitai/contract';
import { threadKey } from '../../features/conversations/keys.ts';
import type { Thread } from '../../features/conversations/thread.reducer.ts';
import type { PromiseSeed } from '../../features/promises/PromiseDialog.tsx';
import { cache } from '../../lib/query.ts';

type Message = conversations.Message;

/** The last thing somebody of the team said in plain words; by this person when given. */
export const lastSaid = (messages: readonly Message[], memberId?: string): Message | undefined =>
  messages.findLast(
    ({ kind, author, recalledAt }) =>
      kind === 'text' &&
      author.kind === 'member' &&
      recalledAt === null &&
      (memberId === undefined || author.id === memberId),
  );

/** The words marked on screen, else what one said last. */
export function promiseSeed(conversationId: string, memberId: string): PromiseSeed {
  const marked = getSelection()?.toString().trim();
  const { messages = [] } = cache.getQueryData<Thread>(threadKey(conversationId)) ?? {};
  if (marked) {
    const holding = messages.findLast(
      ({ author, kind, text }) =>
        author.kind === 'member' && kind === 'text' && text.includes(marked),
    );
    return { text: marked, messageId: holding?.id ?? null };
  }
  const last = lastSaid(messages, memberId) ?? lastSaid(messages);
  return { text: last?.text ?? '', messageId: last?.id ?? null };
}

/** Products this buyer's orders and cards are about, for promises about stock and price. */
export function productsInTalk(
  conversationId: string,
  counter: workbench.CounterShape | undefined,
): { id: string; name: string }[] {
  const { messages = [] } = cache.getQueryData<Thread>(threadKey(conversationId)) ?? {};
  const sent = messages.flatMap(({ card }) =>
    card?.type === 'product' ? [{ id: card.id, name: card.title }] : [],
  );
  const bought = (counter?.orders.items ?? []).flatMap(({ lines }) =>
    lines.flatMap((line) => (line.productId ? [{ id: line.productId, name: line.title }] : [])),
  );
  return [...new Map([...sent.toReversed(), ...bought].map((one) => [one.id, one])).values()];
}
