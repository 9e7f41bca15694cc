import type { conversations } from '@guitai/contract';
import { follow } from '../../lib/feed.ts';
import { applyToCounts, type Counts } from './counts.reducer.ts';
import {
  applyToList,
  asSeen,
  changing,
  type ListFilter,
  type ListState,
  readTo,
} from './list.reducer.ts';
import { applyToPast, type Past } from './past.reducer.ts';
import { learnStrangers } from './strangers.ts';
import { applyToThread, type Thread } from './thread.reducer.ts';

type Conversation = conversations.Conversation;

follow<ListState>({
  name: 'conversationList',
  types: [...changing, 'conversation.read'],
  apply: (list, event, key, reader) => applyToList(list, event, key[1] as ListFilter, reader),
});

follow<Counts>({
  name: 'conversationCounts',
  types: changing,
  apply: (counts, event, _key, reader) => applyToCounts(counts, event, reader),
});

follow<Thread>({
  name: 'thread',
  types: ['message.posted', 'message.recalled', 'message.card_changed'],
  apply: (thread, event, key) => applyToThread(thread, event, String(key[1])),
});

follow<Past>({
  name: 'threadPast',
  types: ['message.recalled', 'message.card_changed'],
  apply: applyToPast,
});

follow<Conversation>({
  name: 'getConversation',
  types: [...changing, 'conversation.read'],
  apply: (one, event, _key, reader) => {
    if (event.type === 'conversation.read') {
      const read = event.data as conversations.ConversationRead;
      return read.conversationId === one.id ? readTo(one, read, reader) : one;
    }
    const { conversation, message } = event.data as conversations.MessagePosted;
    if (conversation.id !== one.id || conversation.lastSeq < one.lastSeq) return one;
    return asSeen(conversation, one, message);
  },
});

learnStrangers();
