import { followups } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense } from 'react';
import { useFilters } from '../../lib/filters.ts';
import { useReply } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { FollowupList, narrowedBy } from './FollowupList.tsx';
import { tabNames } from './followup.words.ts';
import styles from './followups.module.css';
import type { PageSlots } from './slots.ts';

const Results = lazy(() => import('./Results.tsx'));
const Greetings = lazy(() => import('./Greetings.tsx'));
const Setup = lazy(() => import('./Setup.tsx'));

const lists = ['due', 'planned', 'underway', 'wishes', 'over'] as const;
const views = ['results', 'greetings', 'setup'] as const;
type Open = (typeof lists)[number] | (typeof views)[number];

/** A20, A21: who to come back to by stage, what came of it, days of the calendar, and how lists fill themselves. */
export default function FollowupsPage(slots: PageSlots) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const [filters, change] = useFilters(['view', 'tab', 'shop', 'reason', 'assignee']);
  const { shop } = filters;
  const list = lists.find((one) => one === filters.tab) ?? 'due';
  const open: Open = views.find((one) => one === filters.view) ?? list;
  const one = shops.find(({ id }) => id === shop) ?? shops[0];
  if (!one) return <Empty>{t`Follow-ups belong to a shop; there is none yet.`}</Empty>;
  const choice = (value: string | undefined) => (
    <ShopFilter value={value} onChange={(next) => change({ shop: next })} />
  );
  return (
    <div>
      <Stages
        open={open}
        narrow={narrowedBy(filters)}
        onOpen={(next) =>
          change(isList(next) ? { view: undefined, tab: next } : { view: next, tab: undefined })
        }
      />
      <Suspense fallback={<Lines count={5} />}>
        {isList(open) && <FollowupList key={open} {...slots} tab={open} />}
        {open === 'results' && <Results shopId={shop} lead={choice(shop)} />}
        {(open === 'greetings' || open === 'setup') && (
          <div className={styles.bar}>{choice(one.id)}</div>
        )}
        {open === 'greetings' && <Greetings key={one.id} shopId={one.id} />}
        {open === 'setup' && <Setup key={one.id} shopId={one.id} />}
      </Suspense>
    </div>
  );
}

const isList = (open: Open): open is (typeof lists)[number] =>
  (lists as readonly string[]).includes(open);

interface StagesProps {
  readonly open: Open;
  readonly narrow: ReturnType<typeof narrowedBy>;
  readonly onOpen: (open: Open) => void;
}

/** The lists by stage, each with how many, and after them what belongs to all of them. */
function Stages({ open, narrow, onOpen }: StagesProps) {
  const { t, i18n } = useLingui();
  const { data } = useReply(followups.listFollowups, { tab: 'due', limit: 1, ...narrow });
  const names = {
    results: t({ message: 'Results', context: 'followup' }),
    greetings: t({ message: 'Greetings', context: 'followup' }),
    setup: t({ message: 'Settings', context: 'followup' }),
  };
  return (
    <Tabs<Open>
      label={t`Follow-ups`}
      value={open}
      onChange={onOpen}
      tabs={[
        ...lists.map((value) => ({
          value,
          label: i18n._(tabNames[value]),
          count: value === 'over' ? undefined : data?.counts[value],
        })),
        ...views.map((value) => ({
          value,
          label: names[value],
          apart: value === 'results',
        })),
      ]}
    />
  );
}
