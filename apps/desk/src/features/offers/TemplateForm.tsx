import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { signOf } from '../../lib/amount.ts';
import { money } from '../../lib/format.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { BundleField } from './BundleField.tsx';
import styles from './form.module.css';
import { kindWords } from './offers.words.ts';
import { ProductsField } from './ProductsField.tsx';
import { boundsOf, type Draft, draftOf, emptyDraft, exampleOf, termsOf } from './terms.rules.ts';

interface Props {
  readonly shopId: string;
  readonly currency: string;
  /** The kind to change; absent: a new one. */
  readonly template?: offers.CouponTemplateShape | undefined;
  readonly onClose: () => void;
}

const kinds = Object.keys(kindWords) as Draft['kind'][];

/** A kind of coupon in plain sentences, with what it would do to a price beside them. */
export function TemplateForm({ shopId, currency, template, onClose }: Props) {
  const { t, i18n } = useLingui();
  const [draft, setDraft] = useState<Draft>(template ? draftOf(template) : emptyDraft);
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const create = useAct(offers.createCouponTemplate);
  const change = useAct(offers.changeCouponTemplate);
  const terms = termsOf(draft, currency);
  const example = terms ? exampleOf(terms, currency) : null;
  const name = draft.name.trim() || (terms ? suggested(terms) : '');
  const act = template ? change : create;

  function suggested({ kind, amountMinor, percent, minMinor }: offers.CouponTermsShape): string {
    const off = amountMinor === null ? `${percent ?? ''}%` : money(amountMinor, currency);
    if (kind === 'postage') return i18n._(kindWords.postage);
    return minMinor > 0 ? t`${off} off from ${money(minMinor, currency)}` : t`${off} off`;
  }
  const save = async (close: () => void) => {
    if (!terms) return;
    const body = { name, terms, ...boundsOf(draft, currency) };
    const done = template
      ? await change.run({ templateId: template.id, ...body })
      : await create.run({ shopId, ...body });
    if (!done) return;
    refresh(offers.listCouponTemplates, offers.getOfferSheet);
    close();
  };
  const field = (
    key: 'amount' | 'percent' | 'cap' | 'minimum' | 'days' | 'count' | 'perBuyer' | 'budget',
    label: string,
  ) => (
    <input
      className={styles.small}
      inputMode="decimal"
      aria-label={label}
      value={draft[key]}
      onChange={({ target }) => set({ [key]: target.value })}
    />
  );
  const sign = signOf(currency);
  const { kind } = draft;
  return (
    <Dialog
      title={template ? t`Change the terms` : t`New kind of coupon`}
      onClose={onClose}
      width={560}
    >
      {(close) => (
        <DialogForm
          act={template ? t`Save as a new version` : t`Make it`}
          busy={act.busy}
          possible={terms !== undefined}
          onSubmit={() => void save(close)}
          onCancel={close}
        >
          <div className={styles.form}>
            <Select
              aria-label={t`What it gives`}
              value={kind}
              onChange={(next) => set({ kind: next })}
              options={kinds.map((value) => ({ value, label: i18n._(kindWords[value]) }))}
            />
            <p className={styles.sentence}>
              {(kind === 'amount' || kind === 'bundle') && (
                <>
                  <span>{t`Takes ${sign}`}</span> {field('amount', t`Amount off`)}{' '}
                  <span>{t`off`}</span>
                </>
              )}
              {kind === 'percent' && (
                <>
                  <span>{t`Takes`}</span> {field('percent', t`Percent off`)}{' '}
                  <span>{t`% off, at most ${sign}`}</span> {field('cap', t`At most`)}
                </>
              )}
              {kind === 'postage' && (
                <>
                  <span>{t`Sends without postage, up to ${sign}`}</span> {field('cap', t`At most`)}
                </>
              )}
              <span>{t`from ${sign}`}</span> {field('minimum', t`From which sum`)}
            </p>
            {(kind === 'amount' || kind === 'percent') && (
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
            )}
            {(kind === 'amount' || kind === 'percent') && draft.scope === 'products' && (
              <ProductsField
                shopId={shopId}
                value={draft.productIds}
                onChange={(productIds) => set({ productIds })}
              />
            )}
            {(kind === 'amount' || kind === 'percent') && draft.scope === 'categories' && (
              <Select
                mode="tags"
                aria-label={t`Categories`}
                placeholder={t`Name of a category, Enter`}
                value={[...draft.categories]}
                onChange={(categories: string[]) => set({ categories })}
              />
            )}
            {kind === 'bundle' && (
              <BundleField
                shopId={shopId}
                value={draft.bundle}
                onChange={(bundle) => set({ bundle })}
              />
            )}
            <p className={styles.sentence}>
              <span>{t`Usable for`}</span> {field('days', t`Days it can be used`)}{' '}
              <span>{t`days; each buyer gets at most`}</span>{' '}
              {field('perBuyer', t`Most for one buyer`)}
            </p>
            <p className={styles.sentence}>
              <span>{t`At most`}</span> {field('count', t`How many there are`)}{' '}
              <span>{t`of them, costing together at most ${sign}`}</span>{' '}
              {field('budget', t`Budget`)}
            </p>
            <Select
              mode="multiple"
              aria-label={t`May stand beside`}
              placeholder={t`Stands alone; choose what it may stand beside`}
              value={[...draft.stacksWith]}
              onChange={(stacksWith) => set({ stacksWith })}
              options={kinds.map((value) => ({ value, label: i18n._(kindWords[value]) }))}
            />
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={draft.backOnRefund}
                onChange={({ target }) => set({ backOnRefund: target.checked })}
              />
              <span>{t`Usable again when all of the order’s money went back`}</span>
            </label>
            <label className={styles.name}>
              <span>{t({ message: 'Name', context: 'coupon' })}</span>
              <input
                value={draft.name}
                maxLength={100}
                placeholder={name}
                onChange={({ target }) => set({ name: target.value })}
              />
            </label>
            <output className={styles.example}>
              {example ? (
                <>
                  <s>{money(example.beforeMinor, currency)}</s> →{' '}
                  <b>{money(example.afterMinor, currency)}</b>
                </>
              ) : terms ? (
                t`The goods keep their price, the postage is free.`
              ) : (
                t`Say what it gives, and the price will stand here before and after.`
              )}
            </output>
            <Refusal refusal={act.refusal} onClose={act.reset} />
          </div>
        </DialogForm>
      )}
    </Dialog>
  );
}
