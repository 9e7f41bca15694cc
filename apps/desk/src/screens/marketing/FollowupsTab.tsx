import { access } from '@guitai/contract';
import { useLocation } from 'wouter';
import { draftOf, writeDraft } from '../../features/conversations/drafts.ts';
import FollowupsPage from '../../features/followups/FollowupsPage.tsx';
import { usePages } from '../../lib/pages.ts';

/** Follow-ups with the chat to speak in and the people of the team. */
export default function FollowupsTab() {
  const [, go] = useLocation();
  const members = usePages(access.listMembers, { limit: 200 }).items ?? [];
  const people = members
    .filter(({ status, role }) => status === 'active' && role !== 'observer')
    .map(({ id, name }) => ({ value: id, label: name }));
  const open = (conversationId: string, text: string) => {
    if (draftOf(conversationId, 'reply') === '') writeDraft(conversationId, 'reply', text);
    go(`/inbox/all/${conversationId}`);
  };
  return <FollowupsPage onChat={open} people={people} />;
}
