import { conversations } from '@guitai/contract';
import type { ProblemError } from '@guitai/sdk';
import { useAct } from '../../lib/query.ts';
import { keepConversation } from './thread.ts';

type Conversation = conversations.Conversation;

interface Then {
  /** Taken from the queue: it is now among one's own. */
  readonly onTaken: (done: Conversation) => void;
  /** Handed to somebody else, or back to the queue. */
  readonly onGiven: (done: Conversation) => void;
  /** Resolved or put aside: there is nothing to do with it for now. */
  readonly onGone: (done: Conversation) => void;
}

/** What can be done with the open conversation, each with what the server answered last. */
export function useConversationActs(
  conversation: Conversation,
  memberId: string,
  { onTaken, onGiven, onGone }: Then,
) {
  const { id: conversationId, assigneeId, can } = conversation;
  const holderId = assigneeId === memberId ? null : assigneeId;
  const then = (next: (done: Conversation) => void) => (done: Conversation) => {
    keepConversation(done);
    next(done);
  };
  const take = useAct(conversations.takeConversation, then(onTaken));
  const takeOver = useAct(conversations.assignConversation, then(onTaken));
  const assign = useAct(conversations.assignConversation, then(onGiven));
  const giveBack = useAct(conversations.refuseAssignment, then(onGiven));
  const wake = useAct(conversations.wakeConversation, keepConversation);
  const reopen = useAct(conversations.reopenConversation, keepConversation);
  const close = useAct(conversations.closeConversation, then(onGone));
  const snooze = useAct(conversations.snoozeConversation, then(onGone));
  const spam = useAct(conversations.markSpam, then(onGone));
  const all = [take, takeOver, assign, giveBack, wake, reopen, close, snooze, spam];
  const refusal: ProblemError | null = all.find((act) => act.refusal)?.refusal ?? null;
  return {
    refusal,
    busy: all.some((act) => act.busy),
    forget: () => {
      for (const act of all) act.reset();
    },
    may: (id: string) => can.includes(id),
    /** From the queue, or from the colleague who holds it. */
    take: () =>
      holderId
        ? takeOver.run({ conversationId, memberId, holderId })
        : take.run({ conversationId }),
    assign,
    giveBack: () => giveBack.run({ conversationId }),
    wake: () => wake.run({ conversationId }),
    reopen: () => reopen.run({ conversationId }),
    close: () => close.run({ conversationId }),
    snooze: (until: string | null, onOrder: boolean) =>
      snooze.run({ conversationId, until, onOrder }),
    spam: () => spam.run({ conversationId }),
  };
}

export type ConversationActs = ReturnType<typeof useConversationActs>;
