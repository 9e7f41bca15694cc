import { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { signOf } from '../../lib/amount.ts';
import { money } from '../../lib/format.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Dialog, DialogForm } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { BoundsFields } from './BoundsFields.tsx';
import styles from './form.module.css';
import { kindWords } from './offers.words.ts';
import { TermsFields } from './TermsFields.tsx';
import { boundsOf, type Draft, draftOf, emptyDraft, exampleOf, termsOf } from './terms.rules.ts';

interface Props {
  readonly shopId: string;
  readonly currency: string;
  /** The kind to change; absent: a new one. */
  readonly template?: offers.CouponTemplateShape | undefined;
  readonly onClose: () => void;
}

/** A kind of coupon in plain sentences, with what it would do to a price beside them. */
export function TemplateForm({ shopId, currency, template, onClose }: Props) {
  const { t } = useLingui();
  const [draft, setDraft] = useState<Draft>(template ? draftOf(template) : emptyDraft);
  const set = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  const create = useAct(offers.createCouponTemplate);
  const change = useAct(offers.changeCouponTemplate);
  const suggest = useSuggestion(currency);
  const terms = termsOf(draft, currency);
  const name = draft.name.trim() || (terms ? suggest(terms) : '');
  const act = template ? change : create;
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
  const parts = { draft, set, sign: signOf(currency) };
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
            <TermsFields {...parts} shopId={shopId} />
            <BoundsFields {...parts} />
            <label className={styles.name}>
              <span>{t({ message: 'Name', context: 'coupon' })}</span>
              <input
                value={draft.name}
                maxLength={100}
                placeholder={name}
                onChange={({ target }) => set({ name: target.value })}
              />
            </label>
            <Example terms={terms} currency={currency} />
            <Refusal refusal={act.refusal} onClose={act.reset} />
          </div>
        </DialogForm>
      )}
    </Dialog>
  );
}

/** What a kind of coupon is called while nobody names it. */
function useSuggestion(currency: string): (terms: offers.CouponTermsShape) => string {
  const { t, i18n } = useLingui();
  return ({ kind, amountMinor, percent, minMinor }) => {
    const off = amountMinor === null ? `${percent ?? ''}%` : money(amountMinor, currency);
    if (kind === 'postage') return i18n._(kindWords.postage);
    return minMinor > 0 ? t`${off} off from ${money(minMinor, currency)}` : t`${off} off`;
  };
}

interface ExampleProps {
  readonly terms: offers.CouponTermsShape | undefined;
  readonly currency: string;
}

/** What the terms would do to a price. */
function Example({ terms, currency }: ExampleProps) {
  const { t } = useLingui();
  const example = terms ? exampleOf(terms, currency) : null;
  return (
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
  );
}
