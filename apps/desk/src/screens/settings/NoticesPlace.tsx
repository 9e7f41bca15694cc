import { useLingui } from '@lingui/react/macro';
import { NoticeWays } from '../../features/notices/NoticeWays.tsx';
import { QuietHours } from '../../features/notices/QuietHours.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';

/** How one wants to be told of what, and when not. */
export default function NoticesPlace() {
  const { t } = useLingui();
  return (
    <>
      <PageHead
        title={t({ message: 'Notices', context: 'bell' })}
        back="/settings"
        backWhenNarrow
      />
      <Section
        wide
        title={t`What and how`}
        hint={t`Only what your role lets you see. Each tick is kept at once, for all your devices.`}
      >
        <NoticeWays />
      </Section>
      <Section title={t`When not`} hint={t`Off duty nothing rings. What is urgent comes anyway.`}>
        <QuietHours />
      </Section>
    </>
  );
}
