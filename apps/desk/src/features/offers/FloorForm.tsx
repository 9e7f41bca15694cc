import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { signOf } from '../../lib/amount.ts';
import { useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { FloorExample } from './FloorExample.tsx';
import { boundsOf, emptyFloor, type FloorDraft, said, thingsOf } from './floor.rules.ts';
import styles from './form.module.css';
import { ProductsField } from './ProductsField.tsx';

interface Props {
  readonly shopId: string;
  readonly currency: string;
  readonly categories: readonly string[];
  readonly onDone: () => void;
}

/** A floor being set: for what, and its bounds, with what they come to. */
export function FloorForm({ shopId, currency, categories, onDone }: Props) {
  const { t } = useLingui();
  const act = useAct(offers.setPriceFloor, onDone);
  const [draft, setDraft] = useState(emptyFloor);
  const set = (change: Partial<FloorDraft>) => setDraft({ ...draft, ...change });
  const bounds = boundsOf(draft, currency);
  const things = thingsOf(draft);
  const save = async () => {
    if (!bounds) return;
    for (const thing of things) await act.run({ shopId, ...thing, ...bounds });
    setDraft({ ...emptyFloor, scope: draft.scope });
  };
  const field = (key: 'percent' | 'amount' | 'margin', label: string) => (
    <input
      className={styles.small}
      inputMode={key === 'amount' ? 'decimal' : 'numeric'}
      aria-label={label}
      value={draft[key]}
      onChange={({ target }) => set({ [key]: target.value })}
    />
  );
  return (
    <div className={styles.form}>
      <Select
        aria-label={t`What the floor is for`}
        value={draft.scope}
        onChange={(scope) => set({ scope })}
        options={[
          { value: 'shop', label: t`The whole shop` },
          { value: 'category', label: t`A category` },
          { value: 'product', label: t`Chosen products` },
        ]}
      />
      {draft.scope === 'category' && (
        <Select
          showSearch
          aria-label={t`Category`}
          placeholder={t`Choose a category`}
          value={draft.category}
          onChange={(category) => set({ category })}
          options={categories.map((value) => ({ value, label: value }))}
          notFoundContent={t`The products of this shop name no category.`}
        />
      )}
      {draft.scope === 'product' && (
        <ProductsField
          shopId={shopId}
          value={draft.products}
          onChange={(products) => set({ products })}
        />
      )}
      <p className={styles.sentence}>
        <span>{t`never below`}</span> {field('percent', t`Percent of the price`)}{' '}
        <span>{t`% of the price`}</span>
      </p>
      <p className={styles.sentence}>
        <span>{t`never below ${signOf(currency)}`}</span> {field('amount', t`Lowest amount`)}{' '}
        <span>{t`a piece`}</span>
      </p>
      <p className={styles.sentence}>
        <span>{t`never below the cost plus`}</span> {field('margin', t`Percent above the cost`)}{' '}
        <span>%</span>
      </p>
      {bounds && things.length > 0 && (
        <FloorExample input={{ shopId, ...things[0], ...said(bounds) }} />
      )}
      <div>
        <Button
          look="main"
          busy={act.busy}
          disabled={!bounds || things.length === 0}
          onClick={() => void save()}
        >
          {t`Set the floor`}
        </Button>
      </div>
      <Refusal refusal={act.refusal} onClose={act.reset} />
    </div>
  );
}
