import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import type { Catalogue } from './figure.rules.ts';
import styles from './insight.module.css';
import { type Range, ranges, type useInsightScope } from './scope.ts';

interface Props {
  readonly scope: ReturnType<typeof useInsightScope>;
  readonly catalogue: Catalogue | undefined;
}

/** Which days, which shop, by which rules: in the address, so that a link shows the same. */
export function ScopeBar({ scope, catalogue }: Props) {
  const { t } = useLingui();
  const { filters, change, range, span } = scope;
  const words: Record<Range, string> = {
    today: t`Today`,
    '7d': t`7 days`,
    '30d': t`30 days`,
    '90d': t`90 days`,
    month: t`This month`,
    lastMonth: t`Last month`,
  };
  const dated = { from: undefined, to: undefined };
  const profiles = catalogue?.profiles ?? [];
  return (
    <div className={styles.scope}>
      <Select
        aria-label={t`Days`}
        value={range ?? 'own'}
        popupMatchSelectWidth={false}
        onChange={(value: Range | 'own') =>
          value === 'own'
            ? change({ range: undefined, ...span })
            : change({ range: value, ...dated })
        }
        options={[
          ...ranges.map((value) => ({ value, label: words[value] })),
          { value: 'own' as const, label: t`From … to …` },
        ]}
      />
      {range === undefined && (
        <span className={styles.days}>
          <input
            type="date"
            aria-label={t`First day`}
            value={span.from}
            max={span.to}
            onChange={({ target }) => target.value && change({ from: target.value })}
          />
          –
          <input
            type="date"
            aria-label={t`Last day`}
            value={span.to}
            min={span.from}
            onChange={({ target }) => target.value && change({ to: target.value })}
          />
        </span>
      )}
      <ShopFilter value={filters.shop} onChange={(shop) => change({ shop })} />
      <FilterSelect
        name={profiles.find(({ id }) => id === catalogue?.settings.profile)?.name ?? t`Rules`}
        width={148}
        value={filters.rules}
        onChange={(rules) => change({ rules })}
        options={profiles.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  );
}
