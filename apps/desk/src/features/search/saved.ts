import { conversations } from '@guitai/contract';
import { useFresh } from '../../lib/fresh.ts';
import { useReply } from '../../lib/query.ts';

/** Views kept under a name, with what is in them now: a breath behind the events. */
export function useSavedViews() {
  const views = useReply(conversations.listSavedViews, {}, { freshFor: 10_000 });
  useFresh(['conversation.', 'message.posted'], [conversations.listSavedViews], 3_000);
  return views;
}

/** How a counter is said: the server stops counting at a thousand. */
export const shortCount = (count: number): string => (count > 999 ? '999+' : String(count));
