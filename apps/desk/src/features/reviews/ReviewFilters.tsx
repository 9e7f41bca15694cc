import { useLingui } from '@lingui/react/macro';
import type { Filters } from '../../lib/filters.ts';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import { toneWords } from './review.words.ts';
import styles from './reviews.module.css';

export const reviewFilterNames = ['tab', 'q', 'shop', 'stars', 'tone', 'days', 'product'] as const;
export type ReviewFilterValues = Filters<(typeof reviewFilterNames)[number]>;

interface Props {
  readonly filters: ReviewFilterValues;
  readonly onChange: (
    change: {
      readonly [N in (typeof reviewFilterNames)[number]]?: string | undefined;
    },
  ) => void;
}

/** Search in the words, and the filters of the list. */
export function ReviewFilters({ filters, onChange }: Props) {
  const { t, i18n } = useLingui();

  return (
    <div className={styles.filters}>
      <SearchBox
        value={filters.q ?? ''}
        onSearch={(q) => onChange({ q: q || undefined })}
        placeholder={t`Words, product or order number`}
      />
      <ShopFilter value={filters.shop} onChange={(shop) => onChange({ shop })} />
      <FilterSelect
        name={t({ message: 'Stars', context: 'review' })}
        value={filters.stars}
        onChange={(stars) => onChange({ stars })}
        options={['5', '4', '3', '2', '1'].map((value) => ({
          value,
          label: '★'.repeat(Number(value)),
        }))}
      />
      <FilterSelect
        name={t({ message: 'Tone', context: 'review' })}
        value={filters.tone}
        onChange={(tone) => onChange({ tone })}
        options={[
          ...Object.entries(toneWords).map(([value, word]) => ({ value, label: i18n._(word) })),
          { value: 'conflict', label: t({ message: 'stars and words differ', context: 'review' }) },
        ]}
      />
      <FilterSelect
        name={t({ message: 'Time', context: 'review' })}
        value={filters.days}
        onChange={(days) => onChange({ days })}
        options={[
          { value: '7', label: t`7 days` },
          { value: '30', label: t`30 days` },
          { value: '90', label: t`90 days` },
        ]}
      />
    </div>
  );
}
