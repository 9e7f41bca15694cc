import { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useReply } from '../../lib/query.ts';

interface Props {
  readonly shopId: string;
  readonly value: readonly string[];
  readonly onChange: (productIds: string[]) => void;
}

/** Products of the shop, found by words, pinyin or SKU. */
export function ProductsField({ shopId, value, onChange }: Props) {
  const { t } = useLingui();
  const [q, setQ] = useState('');
  const wanted = useDeferredValue(q.trim());
  const found = useReply(
    catalog.searchProducts,
    { shopId, limit: 20, ...(wanted ? { q: wanted } : {}) },
    { keepPrevious: true },
  );
  return (
    <Select
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setQ }}
      aria-label={t`Products`}
      placeholder={t`Words, pinyin or SKU`}
      value={[...value]}
      onChange={onChange}
      options={found.data?.items.map((one) => ({ value: one.id, label: one.title })) ?? []}
    />
  );
}
