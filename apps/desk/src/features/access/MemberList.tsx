import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { usePages } from '../../lib/pages.ts';
import { Lines } from '../../ui/Lines.tsx';
import { More } from '../../ui/More.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { MemberRow } from './MemberRow.tsx';

type Presence = ReadonlyMap<string, 'online' | 'away' | 'offline'>;

/** Colleagues by name, those who are shut out at the end. */
export function MemberList({ presence }: { presence: Presence }) {
  const { t } = useLingui();
  const pages = usePages(access.listMembers, { limit: 200 });
  if (pages.error && !pages.items) return <Refusal refusal={pages.error} />;
  if (!pages.items) return <Lines count={4} height={58} />;
  const sorted = [...pages.items].sort((a, b) => Number(isOut(a)) - Number(isOut(b)));
  return (
    <>
      <Rows label={t`Members`}>
        {sorted.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            presence={isOut(member) ? undefined : (presence.get(member.id) ?? 'offline')}
          />
        ))}
      </Rows>
      <More pages={pages} />
    </>
  );
}

const isOut = (member: access.MemberShape): boolean => member.status === 'deactivated';
