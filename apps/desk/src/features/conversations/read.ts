import type { conversations } from '@guitai/contract';
import { foretell } from '../../lib/feed.ts';
import { liveRead } from '../../lib/live.ts';

/** Moves the reader's own mark: here at once, on the server, and by it in the reader's other tabs. */
export function markRead(
  conversation: conversations.Conversation,
  seq: number,
  memberId: string,
): void {
  const { id, unread, readSeq, staffReadSeq, buyerReadSeq } = conversation;
  if (unread === 0 && readSeq >= seq) return;
  liveRead(id, seq);
  foretell('conversation.read', {
    conversationId: id,
    by: { kind: 'member', id: memberId },
    seq,
    staffReadSeq,
    buyerReadSeq,
  } satisfies conversations.ConversationRead);
}
