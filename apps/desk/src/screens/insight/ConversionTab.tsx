import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Segmented } from 'antd';
import { BreakdownTable } from '../../features/insight/BreakdownTable.tsx';
import { ExportLink } from '../../features/insight/ExportLink.tsx';
import { Funnel } from '../../features/insight/Funnel.tsx';
import styles from '../../features/insight/insight.module.css';
import { Trend } from '../../features/insight/Trend.tsx';
import { useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { TabProps } from './tab.props.ts';

const ways = ['person', 'product', 'category', 'script'] as const;

/** Asked → ordered → paid: the funnel, day by day, and by person, product, category or script. */
export function ConversionTab({ scope, catalogue, onRows }: TabProps) {
  const { t } = useLingui();
  const by = ways.find((one) => one === scope.filters.by) ?? 'person';
  const kept = { keepPrevious: true, freshFor: 30_000 };
  const report = useReply(insight.getReport, { ...scope.input, trend: 'pay_rate' }, kept);
  const table = useReply(insight.listBreakdown, { ...scope.input, by }, kept);
  const error = report.error ?? table.error;
  if (error) return <Refusal refusal={error} />;
  if (!report.data || !table.data || !catalogue) return <Lines count={6} />;
  const figure = (id: string) => report.data?.figures.find(({ metric }) => metric === id);
  const asked = figure('asked')?.value ?? 0;
  const of = (id: string) => Math.round((figure(id)?.value ?? 0) * asked);
  const metric = catalogue.metrics.find(({ id }) => id === 'pay_rate');
  const names = {
    person: t`By person`,
    product: t`By product`,
    category: t`By category`,
    script: t`By script`,
  };
  const empty = {
    person: t`No enquiry in these days.`,
    product: t`No product was asked about by name in these days: send its card, and it counts.`,
    category: t`No product was asked about by name in these days: send its card, and it counts.`,
    script: t`No script was sent to somebody who asked in these days.`,
  };
  return (
    <>
      <div className={styles.charts}>
        <Funnel
          asked={asked}
          ordered={of('order_rate')}
          paid={of('pay_rate')}
          onRows={() => onRows('asked')}
        />
        {metric && <Trend metric={metric} days={report.data.days} />}
      </div>
      <p className={styles.acts}>
        <Segmented
          value={by}
          onChange={(next) => scope.change({ by: next })}
          options={ways.map((value) => ({ value, label: names[value] }))}
        />
      </p>
      {table.data.items.length === 0 ? (
        <Empty>{empty[by]}</Empty>
      ) : (
        <BreakdownTable by={by} items={table.data.items} />
      )}
      <ExportLink table="rows" input={{ ...scope.input, metric: 'asked' }} />
    </>
  );
}
