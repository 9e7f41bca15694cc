import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useParams, useSearch } from 'wouter';
import styles from '../../features/insight/insight.module.css';
import { RowsDrawer } from '../../features/insight/RowsDrawer.tsx';
import { ScopeBar } from '../../features/insight/ScopeBar.tsx';
import { useCatalogue, useInsightScope } from '../../features/insight/scope.ts';
import { count } from '../../lib/format.ts';
import { useFresh } from '../../lib/fresh.ts';
import { useMay, useSelf } from '../../lib/session.tsx';
import { Page } from '../../ui/Page.tsx';
import { TitleTabs } from '../../ui/TitleTabs.tsx';
import { BoardTab } from './BoardTab.tsx';
import { ConversionTab } from './ConversionTab.tsx';
import { MineTab } from './MineTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { RulesTab } from './RulesTab.tsx';
import { ShopTab } from './ShopTab.tsx';
import { StatementsTab } from './StatementsTab.tsx';
import { type Tab, tabs } from './tabs.ts';

const scoped: readonly Tab[] = ['shop', 'people', 'conversion'];

/** 数据: what was done in numbers that explain themselves. */
export default function InsightScreen() {
  const { t, i18n } = useLingui();
  const { tab: wanted } = useParams<{ tab?: string }>();
  const search = useSearch();
  const all = useMay('insight.read');
  const { member } = useSelf();
  const shown = tabs.filter((one) => all || !one.all);
  const tab: Tab = shown.find(({ id }) => id === wanted)?.id ?? (all ? 'shop' : 'me');
  const scope = useInsightScope();
  const catalogue = useCatalogue();
  useFresh(['insight.'], [insight.listMetrics, insight.getReport, insight.listPeopleFigures]);
  const rowsMetric = catalogue?.metrics.find(({ id }) => id === scope.filters.rows);
  const behind = catalogue?.behind ?? 0;
  const query = search ? `?${search}` : '';
  const parts = shown.map(({ id, name }) => ({
    href: `/insight/${id}${scoped.includes(id) ? query : ''}`,
    name: i18n._(name),
    current: id === tab,
  }));
  const rowsOf = (rows: string, person?: string) =>
    scope.change({ rows, ...(person ? { person } : {}) });
  const own = tab === 'me' ? { ...scope.input, memberId: member.id } : scope.input;
  const props = { scope, catalogue, onRows: rowsOf };
  return (
    <Page
      title={t({ message: 'Insight', context: 'page' })}
      tabs={<TitleTabs label={t`Parts of the figures`} tabs={parts} />}
      acts={scoped.includes(tab) && <ScopeBar scope={scope} catalogue={catalogue} />}
    >
      {behind > 0 && (
        <p className={styles.warn} role="status">
          {t`The log is being read: ${count(behind)} events to go. Numbers are not complete yet.`}
        </p>
      )}
      {tab === 'me' && <MineTab {...props} />}
      {tab === 'shop' && <ShopTab {...props} />}
      {tab === 'people' && <PeopleTab {...props} />}
      {tab === 'conversion' && <ConversionTab {...props} />}
      {tab === 'board' && <BoardTab shop={scope.filters.shop} />}
      {tab === 'statements' && <StatementsTab />}
      {tab === 'rules' && <RulesTab catalogue={catalogue} />}
      <RowsDrawer
        metric={rowsMetric}
        input={own}
        onClose={() =>
          scope.change({ rows: undefined, ...(tab === 'people' ? { person: undefined } : {}) })
        }
      />
    </Page>
  );
}
