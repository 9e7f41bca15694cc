import { type InputOf, notices } from '@guitai/contract';
import { useFresh } from '../../lib/fresh.ts';
import { usePages } from '../../lib/pages.ts';
import { refresh, useAct, useReply } from '../../lib/query.ts';

const newestOnly = { limit: 1 };

/** How many notices the reader has not read; followed live on every device. */
export function useUnread(): number {
  const { data } = useReply(notices.listNotices, newestOnly);
  useFresh(['notice.', 'member.changed'], [notices.listNotices], 120);
  return data?.unread ?? 0;
}

/** The newest notice of all, while there is an unread one: up to it everything can be marked as read. */
export function useNewest(): string | null {
  const { data } = useReply(notices.listNotices, newestOnly);
  return data && data.unread > 0 ? (data.items[0]?.id ?? null) : null;
}

/** The reader's notices, page by page. */
export const useNotices = (filter: InputOf<typeof notices.listNotices>) =>
  usePages(notices.listNotices, { limit: 30, ...filter });

const again = () => refresh(notices.listNotices);

/** Marking as read, and taking that back. */
export const useReading = () => ({
  read: useAct(notices.readNotices, again),
  unread: useAct(notices.unreadNotices, again),
});
