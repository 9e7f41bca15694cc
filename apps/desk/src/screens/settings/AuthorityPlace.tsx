import { useLingui } from '@lingui/react/macro';
import { ApprovalTimes } from '../../features/authority/ApprovalTimes.tsx';
import { Deputies } from '../../features/authority/Deputies.tsx';
import { Limits } from '../../features/authority/Limits.tsx';
import { OwnLimits } from '../../features/authority/OwnLimits.tsx';
import { useMay } from '../../lib/session.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';

/** How far everybody may go alone, who decides beyond it, and who stands in. */
export default function AuthorityPlace() {
  const { t } = useLingui();
  const sets = useMay('limits.manage');
  const decides = useMay('approvals.decide');
  return (
    <>
      <PageHead
        title={t`Authority`}
        lead={t`What somebody may give a buyer without asking. Beyond it a colleague with more authority approves, and the act runs by itself.`}
        back="/settings"
        backWhenNarrow
      />
      <Section title={t`My limits`} hint={t`Many small acts count together.`}>
        <OwnLimits />
      </Section>
      {sets && (
        <Section
          wide
          title={t`Limits`}
          hint={t`Choose a field to change it. Pale: the default of a new team. Owners have no limit unless you set one for a person.`}
        >
          <Limits />
        </Section>
      )}
      {sets && (
        <Section
          title={t`Time to decide`}
          hint={t`After it, the next in line is asked; when nobody is left, the request expires.`}
        >
          <ApprovalTimes />
        </Section>
      )}
      {decides && (
        <Section title={t`Deputies`} hint={t`While you are away, somebody decides in your place.`}>
          <Deputies />
        </Section>
      )}
    </>
  );
}
