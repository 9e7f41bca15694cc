import { useLingui } from '@lingui/react/macro';
import { SystemHealth } from '../../features/system/SystemHealth.tsx';
import { PageHead } from '../../ui/PageHead.tsx';

/** How the server is doing. */
export default function SystemPlace() {
  const { t } = useLingui();
  return (
    <>
      <PageHead
        title={t`Health of the server`}
        lead={t`Look here when something feels slow.`}
        back="/settings"
        backWhenNarrow
      />
      <SystemHealth />
    </>
  );
}
