import { care, type conversations } from '@guitai/contract';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';

/** What the conversation is about and what there is to say about it; follows the words, at most every 0.4 s. */
export function useDiscussion({ id }: Pick<conversations.Conversation, 'id'>) {
  useFresh(['message.', 'knowledge.', 'card.'], [care.suggestKnowledge], 400);
  return useReply(care.suggestKnowledge, { conversationId: id }, { freshFor: 5_000 });
}
