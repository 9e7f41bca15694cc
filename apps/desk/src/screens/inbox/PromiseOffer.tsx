import { type conversations, promises } from '@guitai/contract';
import { readPromise } from '@guitai/contract/promises.rules';
import { useState } from 'react';
import { useThread } from '../../features/conversations/thread.ts';
import { PromiseChip } from '../../features/promises/PromiseChip.tsx';
import { useNow } from '../../lib/clock.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { lastSaid } from './promise-seed.ts';

const freshMs = 5 * 60_000;
const dismissed = new Set<string>();

interface Props {
  readonly conversation: conversations.Conversation;
  readonly memberId: string;
  readonly onMake: () => void;
}

/** Offers to keep what one just said as a promise, where it reads like one and is none yet. */
export function PromiseOffer({ conversation, memberId, onMake }: Props) {
  const may = useMay('promises.make');
  const { thread } = useThread(conversation.id);
  const now = useNow(30_000);
  const [, again] = useState(0);
  const last = lastSaid(thread?.messages ?? [], memberId);
  const fresh =
    last !== undefined && now - Date.parse(last.at) < freshMs && !dismissed.has(last.id);
  const read = may && fresh ? readPromise(last.text) : null;
  const { buyerId } = conversation;
  const known = useReply(
    promises.listPromises,
    { buyerId, tab: 'open', limit: 100 },
    { when: read !== null },
  );
  if (!last || !read || !known.data) return null;
  if (known.data.items.some(({ messageId }) => messageId === last.id)) {
    // Made: when it is kept it leaves the open ones, and is offered no more.
    dismissed.add(last.id);
    return null;
  }
  return (
    <PromiseChip
      sentence={read.sentence}
      onMake={onMake}
      onDismiss={() => {
        dismissed.add(last.id);
        again((n) => n + 1);
      }}
    />
  );
}
