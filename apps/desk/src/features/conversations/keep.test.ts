import type { conversations } from '@guitai/contract';
import { expect, test } from 'vitest';
import { applyEvent, readAs } from '../../lib/feed.ts';
import { cache } from '../../lib/query.ts';
import { conversation, event, me, message } from './fixtures.test-help.ts';
import './followers.ts';
import { conversationKey } from './keys.ts';
import { keepConversationAt } from './thread.ts';

test('RT-02 what the buyer said while the conversation was being read stays the last word', () => {
  readAs(me);
  const read = conversation('a', { lastSeq: 1, lastText: '在的', lastAuthorKind: 'member' });
  const { unread: _unread, readSeq: _read, can: _can, ...summary } = read;
  const said = message('a', 2, { text: '什么时候发货呢' });
  const changed = { lastSeq: 2, lastText: said.text, lastAuthorKind: 'buyer' as const };
  const told = event('message.posted', {
    message: said,
    conversation: { ...summary, ...changed },
    was: null,
  });
  applyEvent(told);
  keepConversationAt(read, told.seq - 1);
  const kept = cache.getQueryData<conversations.Conversation>(conversationKey('a'));
  expect(kept).toMatchObject({ ...changed, unread: 1 });
});
