import { access } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { AuditFilterBar } from '../../features/audit/AuditFilterBar.tsx';
import { AuditList, auditFilterNames } from '../../features/audit/AuditList.tsx';
import { VerifyChain } from '../../features/audit/VerifyChain.tsx';
import { useFilters } from '../../lib/filters.ts';
import { usePages } from '../../lib/pages.ts';
import { useMay } from '../../lib/session.tsx';
import { PageHead } from '../../ui/PageHead.tsx';

/** Who did what, to what, when and from where; and whether the log is still whole. */
export default function AuditPlace() {
  const { t } = useLingui();
  const [filters, change] = useFilters(auditFilterNames);
  const members = usePages(access.listMembers, { limit: 200 }, { when: useMay('members.read') });
  const people = members.items ?? [];
  const names = useMemo(() => new Map(people.map(({ id, name }) => [id, name])), [people]);
  return (
    <>
      <PageHead
        title={t`Audit log`}
        lead={t`Every act that matters, written once and never changed. Each entry seals the one before it.`}
        back="/settings"
        backWhenNarrow
        acts={<VerifyChain />}
      />
      <AuditFilterBar filters={filters} onChange={change} members={people} />
      <AuditList filters={filters} names={names} />
    </>
  );
}
