import { useLingui } from '@lingui/react/macro';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import type { EntryFilters } from './EntryList.tsx';
import { stateWords } from './knowledge.words.ts';

interface Props {
  readonly filters: EntryFilters;
  readonly onChange: (change: Partial<Record<keyof EntryFilters, string | undefined>>) => void;
}

/** Words, state, what it is about, shop; "to write" stands among the states. */
export function KnowledgeFilterBar({ filters, onChange }: Props) {
  const { t, i18n } = useLingui();
  const states = Object.entries(stateWords).map(([value, words]) => ({
    value,
    label: i18n._(words),
  }));
  return (
    <>
      <SearchBox
        value={filters.q ?? ''}
        onSearch={(q) => onChange({ q: q || undefined })}
        placeholder={t`Search knowledge`}
      />
      <FilterSelect
        name={t`State`}
        value={filters.state}
        onChange={(state) => onChange({ state })}
        options={[...states, { value: 'gaps', label: t`To write` }]}
      />
      <FilterSelect
        name={t`About`}
        value={filters.about}
        onChange={(about) => onChange({ about })}
        options={[
          { value: 'product', label: t`One product` },
          { value: 'category', label: t`A kind of product` },
          { value: 'shop', label: t`The whole shop` },
        ]}
      />
      <ShopFilter value={filters.shop} onChange={(shop) => onChange({ shop })} />
    </>
  );
}
