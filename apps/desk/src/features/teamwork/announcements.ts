import { teamwork } from '@guitai/contract';
import { useFresh } from '../../lib/fresh.ts';
import { refresh, useReply } from '../../lib/query.ts';

const all = [
  teamwork.listAnnouncements,
  teamwork.getAnnouncement,
  teamwork.listReceipts,
  teamwork.listAnnouncementVersions,
];

export const refreshAnnouncements = (): void => refresh(...all);

export const useAnnouncementsFresh = (): void => useFresh(['announcement.', 'member.'], all, 300);

/** What the reader still has to confirm, newest first. */
export function useUnconfirmed(): readonly teamwork.AnnouncementShape[] {
  const { data } = useReply(teamwork.listAnnouncements, { view: 'unconfirmed', limit: 5 });
  useAnnouncementsFresh();
  return data?.items ?? [];
}
