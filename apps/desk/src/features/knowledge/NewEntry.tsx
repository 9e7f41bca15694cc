import { knowledge } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { refresh, useAct } from '../../lib/query.ts';
import { useSelf } from '../../lib/session.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { BuyerCard } from './BuyerCard.tsx';
import { EntryForm } from './EntryForm.tsx';
import { emptyDraft, inputOf } from './entry.draft.ts';
import type { localeNames } from './knowledge.words.ts';

/** Begins an entry; the address may bring the question, a colleague's answer, and what it is about. */
export function NewEntry() {
  const { t, i18n } = useLingui();
  const [, go] = useLocation();
  const [given] = useSearchParams();
  const { shops } = useSelf();
  const [shopId, setShopId] = useState(given.get('shop') ?? shops[0]?.id ?? '');
  const [product, setProduct] = useState(given.get('product') ?? '');
  const [category, setCategory] = useState('');
  const create = useAct(knowledge.createKnowledge, (made) => {
    refresh(knowledge.listKnowledge, knowledge.listKnowledgeGaps);
    go(`/library/knowledge/${made.id}`);
  });
  const title = given.get('title') ?? '';
  const body = given.get('body') ?? '';
  const locale = i18n.locale as keyof typeof localeNames;
  const start = { ...emptyDraft, words: { [locale]: { title, body } }, questions: title };
  const gapId = given.get('gap');
  return (
    <EntryForm
      start={start}
      shopId={shopId}
      busy={create.busy}
      act={t`Save draft`}
      onCancel={() => go('/library/knowledge')}
      onSave={(draft) =>
        void create.run({
          shopId,
          productExternalId: product.trim() || null,
          category: category.trim(),
          ...(gapId ? { gapId } : {}),
          ...inputOf(draft),
        })
      }
      preview={(draft, shown) => (
        <BuyerCard
          title={draft.words[shown]?.title ?? ''}
          body={draft.words[shown]?.body ?? ''}
          pictureUrl={draft.pictureUrl || null}
        />
      )}
      above={
        <>
          <Refusal refusal={create.refusal} onClose={create.reset} />
          {shops.length > 1 && (
            <Field label={t`Shop`}>
              {(props) => (
                <select
                  {...props}
                  value={shopId}
                  onChange={({ target }) => setShopId(target.value)}
                >
                  {shops.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          )}
          <Field
            label={t`Product`}
            hint={t`The shop's own number; empty: a kind of product or the whole shop.`}
          >
            {(props) => (
              <input
                {...props}
                maxLength={200}
                value={product}
                onChange={({ target }) => setProduct(target.value)}
              />
            )}
          </Field>
          {!product.trim() && (
            <Field
              label={t`Kind of product`}
              hint={t`A word of the titles, e.g. kettle; empty: the whole shop.`}
            >
              {(props) => (
                <input
                  {...props}
                  maxLength={80}
                  value={category}
                  onChange={({ target }) => setCategory(target.value)}
                />
              )}
            </Field>
          )}
        </>
      }
    />
  );
}
