import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { Empty } from '../../ui/Empty.tsx';
import type { View } from './ViewTabs.tsx';

/** What will be here. */
export function NoApprovals({ view }: { view: View }) {
  const { t } = useLingui();
  const words: Record<View, string> = {
    waiting: t`Nothing waits for you. What a colleague may not give alone will ask for you here.`,
    mine: t`You have asked for nothing. Where an act is beyond your limit, a button asks for approval.`,
    open: t`Nobody waits for an approval.`,
    decided: t`Nothing was decided yet.`,
  };
  return (
    <Empty act={<Link href="/settings/authority">{t`Who may give how much`}</Link>}>
      {words[view]}
    </Empty>
  );
}
