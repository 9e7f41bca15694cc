import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { BundleField } from './BundleField.tsx';
import styles from './form.module.css';
import { kindWords } from './offers.words.ts';
import { ProductsField } from './ProductsField.tsx';
import { type DraftProps, SmallField } from './SmallField.tsx';
import type { Draft } from './terms.rules.ts';

export const kinds = Object.keys(kindWords) as Draft['kind'][];

/** What a kind of coupon gives, in a sentence, and for which goods. */
export function TermsFields(props: DraftProps & { readonly shopId: string }) {
  const { draft, set, shopId } = props;
  const { t, i18n } = useLingui();
  const { kind } = draft;
  return (
    <>
      <Select
        aria-label={t`What it gives`}
        value={kind}
        onChange={(next) => set({ kind: next })}
        options={kinds.map((value) => ({ value, label: i18n._(kindWords[value]) }))}
      />
      <Gift {...props} />
      {(kind === 'amount' || kind === 'percent') && <Goods {...props} />}
      {kind === 'bundle' && (
        <BundleField shopId={shopId} value={draft.bundle} onChange={(bundle) => set({ bundle })} />
      )}
    </>
  );
}

function Gift(props: DraftProps) {
  const { t } = useLingui();
  const { sign, draft } = props;
  const { kind } = draft;
  return (
    <p className={styles.sentence}>
      {(kind === 'amount' || kind === 'bundle') && (
        <>
          <span>{t`Takes ${sign}`}</span>{' '}
          <SmallField {...props} field="amount" label={t`Amount off`} /> <span>{t`off`}</span>
        </>
      )}
      {kind === 'percent' && (
        <>
          <span>{t`Takes`}</span> <SmallField {...props} field="percent" label={t`Percent off`} />{' '}
          <span>{t`% off, at most ${sign}`}</span>{' '}
          <SmallField {...props} field="cap" label={t`At most`} />
        </>
      )}
      {kind === 'postage' && (
        <>
          <span>{t`Sends without postage, up to ${sign}`}</span>{' '}
          <SmallField {...props} field="cap" label={t`At most`} />
        </>
      )}
      <span>{t`from ${sign}`}</span>{' '}
      <SmallField {...props} field="minimum" label={t`From which sum`} />
    </p>
  );
}

function Goods({ draft, set, shopId }: DraftProps & { readonly shopId: string }) {
  const { t } = useLingui();
  return (
    <>
      <Select
        aria-label={t`What it is for`}
        value={draft.scope}
        onChange={(scope) => set({ scope })}
        options={[
          { value: 'shop', label: t`for everything in the shop` },
          { value: 'products', label: t`for chosen products` },
          { value: 'categories', label: t`for categories` },
        ]}
      />
      {draft.scope === 'products' && (
        <ProductsField
          shopId={shopId}
          value={draft.productIds}
          onChange={(productIds) => set({ productIds })}
        />
      )}
      {draft.scope === 'categories' && (
        <Select
          mode="tags"
          aria-label={t`Categories`}
          placeholder={t`Name of a category, Enter`}
          value={[...draft.categories]}
          onChange={(categories: string[]) => set({ categories })}
        />
      )}
    </>
  );
}
