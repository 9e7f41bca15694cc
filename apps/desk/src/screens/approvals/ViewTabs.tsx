import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { useWaitingApprovals } from '../../features/authority/count.ts';
import { useSelf } from '../../lib/session.tsx';
import { Tabs } from '../../ui/Tabs.tsx';

export type View = 'waiting' | 'mine' | 'open' | 'decided';

const views: readonly View[] = ['waiting', 'mine', 'open', 'decided'];

export const isView = (text: string | undefined): text is View =>
  (views as readonly (string | undefined)[]).includes(text);

/** Which requests are shown; each with its own address. */
export function ViewTabs({ view }: { view: View }) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const waiting = useWaitingApprovals();
  const seesAll = useSelf().grants['approvals.read'] !== 'own';
  const names: Record<View, string> = {
    waiting: t`Waiting for me`,
    mine: t`Asked by me`,
    open: t`All open`,
    decided: t`Decided`,
  };
  return (
    <Tabs
      label={t`Which requests`}
      value={view}
      onChange={(next) => go(`/approvals/${next}`)}
      tabs={views
        .filter((one) => one !== 'open' || seesAll)
        .map((value) => ({
          value,
          label: names[value],
          count: value === 'waiting' ? waiting : undefined,
        }))}
    />
  );
}
