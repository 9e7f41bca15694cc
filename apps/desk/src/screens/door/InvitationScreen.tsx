import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { roleLeads, roleWords } from '../../features/access/access.words.ts';
import { InvitationForm } from '../../features/access/InvitationForm.tsx';
import { SecondStep } from '../../features/access/SecondStep.tsx';
import type { Locale } from '../../lib/api.ts';
import { useReply } from '../../lib/query.ts';
import { enter } from '../../lib/session.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './Door.module.css';
import { Door } from './Door.tsx';
import { useToken } from './token.ts';

/** Accepting an invitation by its link. */
export default function InvitationScreen() {
  const { t, i18n } = useLingui();
  const [, go] = useLocation();
  const token = useToken();
  const [challenge, setChallenge] = useState<string>();
  const invitation = useReply(
    access.getInvitation,
    { token },
    { when: token !== '', freshFor: Number.POSITIVE_INFINITY },
  );
  const come = () => void enter().then(() => go('/', { replace: true }));
  if (challenge !== undefined) {
    return (
      <Door title={t`One more step`}>
        <SecondStep
          challenge={challenge}
          onSignedIn={come}
          onBack={() => setChallenge(undefined)}
        />
      </Door>
    );
  }
  if (!token || invitation.error) {
    return (
      <Door title={t`This invitation does not open`}>
        {token ? (
          <Refusal refusal={invitation.error} />
        ) : (
          <p>{t`The link is not whole. Copy it again from the message you got, to its end.`}</p>
        )}
        <p className={styles.acts}>
          <Link href="/sign-in">{t`To sign in`}</Link>
        </p>
      </Door>
    );
  }
  if (!invitation.data) {
    return (
      <Door title={t`Invitation`}>
        <Lines />
      </Door>
    );
  }
  const { team, invitedBy, role } = invitation.data;
  const roleName = i18n._(roleWords[role]);
  return (
    <Door
      title={t`Join ${team}`}
      lead={
        <>
          {t`${invitedBy} invites you as ${roleName}.`} {i18n._(roleLeads[role])}
        </>
      }
    >
      <InvitationForm
        token={token}
        locale={i18n.locale as Locale}
        invitation={invitation.data}
        onSignedIn={come}
        onSecondFactor={setChallenge}
      />
    </Door>
  );
}
