import { access, conversations } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link } from 'wouter';
import { Invitations } from '../../features/access/Invitations.tsx';
import { InviteDialog } from '../../features/access/InviteDialog.tsx';
import { MemberList } from '../../features/access/MemberList.tsx';
import { useFresh } from '../../lib/fresh.ts';
import { usePresenceChanges } from '../../lib/live.ts';
import { useReply } from '../../lib/query.ts';
import { useMay } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';

/** Colleagues: who is here and with which role; inviting, changing, shutting out. */
export default function TeamPlace() {
  const { t } = useLingui();
  const [inviting, setInviting] = useState(false);
  const mayInvite = useMay('members.invite');
  useFresh(['member.', 'invitation.'], [access.listMembers, access.listInvitations]);
  return (
    <>
      <PageHead
        title={t`Members`}
        lead={
          <>
            {t`Everybody has an account of their own, so that the log can say who did what.`}{' '}
            <Link href="/settings/roles">{t`What may which role?`}</Link>
          </>
        }
        back="/settings"
        backWhenNarrow
        acts={
          mayInvite && (
            <Button look="main" onClick={() => setInviting(true)}>
              <Icon name="plus" size={16} />
              {t`Invite`}
            </Button>
          )
        }
      />
      <MemberList presence={usePresence()} />
      {mayInvite && (
        <Section wide title={t`Invitations`}>
          <Invitations />
        </Section>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

/** Availability by member: as asked, then as heard since. */
function usePresence(): ReadonlyMap<string, 'online' | 'away' | 'offline'> {
  const may = useMay('presence.read');
  const asked = useReply(conversations.listPresence, {}, { when: may });
  const heard = usePresenceChanges();
  const known = (asked.data?.items ?? []).map(
    ({ memberId, status }) => [memberId, status] as const,
  );
  return new Map([...known, ...heard]);
}
