import { catalog } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './form.module.css';
import type { Draft } from './terms.rules.ts';

interface Props {
  readonly shopId: string;
  readonly value: Draft['bundle'];
  readonly onChange: (bundle: Draft['bundle']) => void;
}

const namesOf = (options: Readonly<Record<string, string>>) => Object.values(options).join(' / ');

/** What has to be bought together: variants, added one by one. */
export function BundleField({ shopId, value, onChange }: Props) {
  const { t } = useLingui();
  const [q, setQ] = useState('');
  const [productId, setProduct] = useState<string>();
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const wanted = useDeferredValue(q.trim());
  const found = useReply(
    catalog.searchProducts,
    { shopId, limit: 20, ...(wanted ? { q: wanted } : {}) },
    { keepPrevious: true },
  );
  const product = useReply(
    catalog.getProduct,
    { productId: productId ?? '' },
    { when: productId !== undefined },
  );
  const add = (variantId: string, name: string) => {
    setNames((before) => ({ ...before, [variantId]: name }));
    if (!value.some((one) => one.variantId === variantId))
      onChange([...value, { variantId, quantity: 1 }]);
  };
  return (
    <div className={styles.bundle}>
      <Select
        showSearch={{ filterOption: false, onSearch: setQ }}
        aria-label={t`Product of the bundle`}
        placeholder={t`Words, pinyin or SKU`}
        value={productId ?? null}
        onChange={(next: string) => setProduct(next)}
        options={found.data?.items.map((one) => ({ value: one.id, label: one.title })) ?? []}
      />
      {product.data && (
        <div>
          {product.data.variants.map((one) => (
            <Button
              key={one.id}
              small
              onClick={() => add(one.id, `${product.data.title} ${namesOf(one.options)}`)}
            >
              {namesOf(one.options) || t`Add`}
            </Button>
          ))}
        </div>
      )}
      <ul>
        {value.map((one) => (
          <li key={one.variantId}>
            <span>{names[one.variantId] ?? one.variantId.slice(-6)}</span>
            <Button
              small
              look="plain"
              onClick={() => onChange(value.filter((other) => other !== one))}
            >
              {t`Remove`}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
