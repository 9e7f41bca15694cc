import { conversations } from '@guitai/contract';
import type { ProblemError } from '@guitai/sdk';
import { useAct } from '../../lib/query.ts';
import { keepConversation } from './thread.ts';

type Conversation = conversations.Conversation;

/** What can be done with the open conversation, each with what the server answered last. */
export function useConversationActs(
  conversation: Conversation,
  onGone: (done: Conversation) => void,
) {
  const { id: conversationId, can } = conversation;
  const take = useAct(conversations.takeConversation, keepConversation);
  const assign = useAct(conversations.assignConversation, keepConversation);
  const wake = useAct(conversations.wakeConversation, keepConversation);
  const reopen = useAct(conversations.reopenConversation, keepConversation);
  const leaving = (done: Conversation) => {
    keepConversation(done);
    onGone(done);
  };
  const close = useAct(conversations.closeConversation, leaving);
  const snooze = useAct(conversations.snoozeConversation, leaving);
  const spam = useAct(conversations.markSpam, leaving);
  const all = [take, assign, wake, reopen, close, snooze, spam];
  const refusal: ProblemError | null = all.find((act) => act.refusal)?.refusal ?? null;
  return {
    refusal,
    busy: all.some((act) => act.busy),
    forget: () => {
      for (const act of all) act.reset();
    },
    may: (id: string) => can.includes(id),
    take: () => take.run({ conversationId }),
    assign,
    wake: () => wake.run({ conversationId }),
    reopen: () => reopen.run({ conversationId }),
    close: () => close.run({ conversationId }),
    snooze: (until: string | null, onOrder: boolean) =>
      snooze.run({ conversationId, until, onOrder }),
    spam: () => spam.run({ conversationId }),
  };
}

export type ConversationActs = ReturnType<typeof useConversationActs>;
