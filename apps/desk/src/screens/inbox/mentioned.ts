import { type conversations, workbench } from '@guitai/contract';
import { useMemo } from 'react';
import { useThread } from '../../features/conversations/thread.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';

const page = 50;

/** Messages that could hold a number; without one in sight nothing is asked. */
const numberLike = /\d{4}|#\w{3}/;

/** Order numbers in the messages on screen that lead to an order this reader may see; asked once a page. */
export function useMentioned({
  id,
  lastSeq,
}: conversations.Conversation): ReadonlyMap<string, string> {
  const may = useMay('orders.read');
  const { thread } = useThread(id);
  const oldest = thread?.messages[0]?.seq ?? lastSeq;
  const last = thread?.messages.findLast(({ text }) => numberLike.test(text))?.seq;
  const newest = useReply(
    workbench.listMentionedOrders,
    { conversationId: id, before: (last ?? 0) + 1 },
    { when: may && last !== undefined, freshFor: 300_000, keepPrevious: true },
  );
  const before = Math.max(oldest + page, 2);
  const older = useReply(
    workbench.listMentionedOrders,
    { conversationId: id, before },
    { when: may && last !== undefined && oldest + page < last },
  );
  return useMemo(() => {
    const all = [...(older.data?.items ?? []), ...(newest.data?.items ?? [])];
    return new Map(all.map(({ text, orderId }) => [text, orderId]));
  }, [newest.data, older.data]);
}
