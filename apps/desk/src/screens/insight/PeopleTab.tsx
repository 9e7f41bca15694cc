import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useLocation } from 'wouter';
import { ExportLink } from '../../features/insight/ExportLink.tsx';
import styles from '../../features/insight/insight.module.css';
import { PeopleTable } from '../../features/insight/PeopleTable.tsx';
import { useReply } from '../../lib/query.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { TabProps } from './tab.props.ts';

/** Everybody's figures and rank. */
export function PeopleTab({ scope, catalogue, onRows }: TabProps) {
  const { t } = useLingui();
  const [, go] = useLocation();
  const by = scope.filters.by ?? 'own_response';
  const { memberId: _one, ...everybody } = scope.input;
  const { data, error } = useReply(
    insight.listPeopleFigures,
    { ...everybody, by },
    { keepPrevious: true, freshFor: 30_000 },
  );
  if (error) return <Refusal refusal={error} />;
  if (!data || !catalogue) return <Lines count={6} />;
  if (data.items.length === 0)
    return <Empty>{t`Nobody answered in these days. Choose other days above.`}</Empty>;
  return (
    <>
      <p className={styles.quiet}>
        {t`By “${catalogue.metrics.find(({ id }) => id === data.by)?.name ?? ''}”; with fewer than ${data.minSample} facts nobody is ranked.`}
      </p>
      <PeopleTable
        people={data}
        metrics={catalogue.metrics}
        onBy={(metric) => scope.change({ by: metric })}
        onRows={onRows}
        onPerson={(person) => {
          const query = new URLSearchParams(location.search);
          query.set('person', person);
          go(`/insight/shop?${query}`);
        }}
      />
      <ExportLink table="people" input={everybody} />
    </>
  );
}
