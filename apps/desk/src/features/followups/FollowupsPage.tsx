import { Trans, useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { useFilters } from '../../lib/filters.ts';
import { useSelf } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { FollowupList } from './FollowupList.tsx';
import styles from './followups.module.css';
import type { PageSlots } from './slots.ts';

const Results = lazy(() => import('./Results.tsx'));
const Greetings = lazy(() => import('./Greetings.tsx'));
const Setup = lazy(() => import('./Setup.tsx'));

const views = ['lists', 'results', 'greetings', 'setup'] as const;
type View = (typeof views)[number];

/** A20, A21: who to come back to, what came of it, days of the calendar, and how lists fill themselves. */
export default function FollowupsPage(slots: PageSlots) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [{ view: asked, shop }, change] = useFilters(['view', 'shop']);
  const view = views.find((one) => one === asked) ?? 'lists';
  const names: Record<View, string> = {
    lists: t({ message: 'Lists', context: 'followup' }),
    results: t({ message: 'Results', context: 'followup' }),
    greetings: t({ message: 'Greetings', context: 'followup' }),
    setup: t({ message: 'Settings', context: 'followup' }),
  };
  const one = shops.find(({ id }) => id === shop) ?? shops[0];
  if (!one) return <Empty>{t`Follow-ups belong to a shop; there is none yet.`}</Empty>;
  return (
    <div className={styles.page}>
      <Tabs
        label={t`Follow-ups`}
        value={view}
        tabs={views.map((value) => ({ value, label: names[value] }))}
        onChange={(next) => change({ view: next === 'lists' ? undefined : next })}
      >
        <ShopFilter value={shop} onChange={(next) => change({ shop: next })} />
      </Tabs>
      {shops.length > 1 && !shop && (view === 'greetings' || view === 'setup') && (
        <p className={styles.soft}>
          <Trans>Of {one.name}. Choose another shop above.</Trans>
        </p>
      )}
      <Suspense fallback={<Lines count={5} />}>
        {view === 'lists' && <FollowupList {...slots} shopId={shop} />}
        {view === 'results' && <Results shopId={shop} />}
        {view === 'greetings' && <Greetings key={one.id} shopId={one.id} />}
        {view === 'setup' && <Setup key={one.id} shopId={one.id} />}
      </Suspense>
    </div>
  );
}
