import { useLingui } from '@lingui/react/macro';
import { Checkbox } from 'antd';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { ShopFilter } from '../../ui/ShopFilter.tsx';
import styles from './ProductFilterBar.module.css';
import type { ProductFilters } from './ProductList.tsx';

interface Props {
  readonly filters: ProductFilters;
  readonly onChange: (
    change: { readonly [N in keyof ProductFilters]?: string | undefined },
  ) => void;
}

/** Search by words, pinyin or number, and the filters of the products. */
export function ProductFilterBar({ filters, onChange }: Props) {
  const { t } = useLingui();
  return (
    <>
      <SearchBox
        value={filters.q ?? ''}
        onSearch={(q) => onChange({ q })}
        placeholder={t`Name, pinyin initials, SKU`}
      />
      <ShopFilter value={filters.shop} onChange={(shop) => onChange({ shop })} />
      <Checkbox
        className={styles.check}
        checked={filters.available === 'yes'}
        onChange={(event) => onChange({ available: event.target.checked ? 'yes' : undefined })}
      >
        {t`Can be bought now`}
      </Checkbox>
    </>
  );
}
