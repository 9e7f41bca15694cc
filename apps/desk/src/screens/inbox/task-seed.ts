import type { conversations } from '@guitai/contract';
import { threadKey } from '../../features/conversations/keys.ts';
import type { Thread } from '../../features/conversations/thread.reducer.ts';
import type { TaskSeed } from '../../features/teamwork/TaskDialog.tsx';
import { cache } from '../../lib/query.ts';

/** The words marked on screen; without any, what the buyer said last. */
function wordsOf(conversationId: string): string {
  const marked = getSelection()?.toString().trim();
  if (marked) return marked;
  const thread = cache.getQueryData<Thread>(threadKey(conversationId));
  const last = thread?.messages.findLast(({ author, text }) => author.kind === 'buyer' && text);
  return last?.text ?? '';
}

/** A task about this conversation and its buyer, its title from what was said. */
export const seedOf = ({ id, shopId, buyerId }: conversations.Conversation): TaskSeed => ({
  shopId,
  title: wordsOf(id).replace(/\s+/g, ' '),
  links: { conversationId: id, ...(buyerId ? { buyerId } : {}) },
});
