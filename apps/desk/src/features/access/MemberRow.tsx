import { access } from '@guitai/contract';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Button } from '../../ui/Button.tsx';
import { Face } from '../../ui/Face.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Row } from '../../ui/Rows.tsx';
import { ShopNames } from '../../ui/ShopNames.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { roleWords } from './access.words.ts';
import { DeactivateDialog } from './DeactivateDialog.tsx';
import { RoleDialog } from './RoleDialog.tsx';

const presenceWords = {
  online: msg({ message: 'Online', context: 'presence' }),
  away: msg({ message: 'Away', context: 'presence' }),
  offline: msg({ message: 'Offline', context: 'presence' }),
};

interface Props {
  readonly member: access.MemberShape;
  readonly presence: keyof typeof presenceWords | undefined;
}

/** One colleague: role, shops, availability, and what may be done about them. */
export function MemberRow({ member, presence }: Props) {
  const { t, i18n } = useLingui();
  const { member: self } = useSelf();
  const [dialog, setDialog] = useState<'role' | 'out'>();
  const back = useAct(access.reactivateMember, () => refresh(access.listMembers));
  const out = member.status === 'deactivated';
  const email = member.email?.endsWith('.invalid') ? '' : member.email;
  return (
    <>
      <Row
        quiet={out}
        lead={<Face name={member.name} size={36} {...(presence ? { status: presence } : {})} />}
        title={
          <>
            {member.name}
            {member.id === self.id && (
              <Word tone="quiet">{t({ message: 'You', context: 'member' })}</Word>
            )}
            {member.secondFactor === false && !out && (
              <Word tone="quiet" title={t`Signs in with the password alone`}>
                {t`One step`}
              </Word>
            )}
          </>
        }
        sub={
          <>
            {email && `${email} · `}
            {out && member.deactivatedAt ? (
              <>
                {t`shut out`} <When at={member.deactivatedAt} form="day" />
              </>
            ) : (
              <SeenWords
                member={member}
                online={presence === 'online' || presence === 'away'}
                presence={presence && i18n._(presenceWords[presence])}
              />
            )}
          </>
        }
        facts={
          <>
            <ShopNames ids={member.shopIds} />
            <Word tone={out ? 'quiet' : 'plain'}>{i18n._(roleWords[member.role])}</Word>
          </>
        }
        acts={
          <>
            {member.can.includes('changeMemberRole') && (
              <Button small look="plain" onClick={() => setDialog('role')}>
                {t`Change`}
              </Button>
            )}
            {member.can.includes('deactivateMember') && (
              <Button small look="plain" onClick={() => setDialog('out')}>
                {t`Shut out`}
              </Button>
            )}
            {member.can.includes('reactivateMember') && (
              <Button small busy={back.busy} onClick={() => void back.run({ memberId: member.id })}>
                {t`Let in again`}
              </Button>
            )}
          </>
        }
        below={back.refusal && <Refusal refusal={back.refusal} onClose={back.reset} />}
      />
      {dialog === 'role' && <RoleDialog member={member} onClose={() => setDialog(undefined)} />}
      {dialog === 'out' && (
        <DeactivateDialog member={member} onClose={() => setDialog(undefined)} />
      )}
    </>
  );
}

function SeenWords({
  member,
  online,
  presence,
}: {
  member: access.MemberShape;
  online: boolean;
  presence: string | undefined;
}) {
  const { t } = useLingui();
  if (member.lastSeenAt === null) return <>{online ? presence : t`never signed in yet`}</>;
  return (
    <>
      {presence} · {t`last seen`} <When at={member.lastSeenAt} form="ago" />
    </>
  );
}
