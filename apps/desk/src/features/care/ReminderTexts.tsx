import { care } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './ReminderTexts.module.css';

type Texts = NonNullable<ReturnType<typeof useTexts>['data']>;
type Wordings = Texts['items'];

interface Props {
  readonly shopId: string;
  /** Draws the fields of the wordings. */
  readonly fields: (wordings: Wordings, onChange: (next: Wordings) => void) => ReactNode;
}

const useTexts = (shopId: string) => useReply(care.getReminderTexts, { shopId });

/** The shop's own words for reminding of a payment by hand (key 3), and what came of each. */
export function ReminderTexts({ shopId, fields }: Props) {
  const { t } = useLingui();
  const { data, error } = useTexts(shopId);
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={3} />;
  return (
    <section className={styles.texts}>
      <h2>{t`Reminding by hand`}</h2>
      <p>{t`Key 3 beside an order sends the card with what is due. Words of your own go before it: of several, each buyer gets one, and here is what came of it.`}</p>
      <Results results={data.results} />
      <Editor key={JSON.stringify(data.items)} shopId={shopId} data={data} fields={fields} />
    </section>
  );
}

function Results({ results }: Pick<Texts, 'results'>) {
  const { t } = useLingui();
  if (results.length === 0) return null;
  return (
    <ul className={styles.results} title={t`Of the last 90 days; paid within 24 hours of it.`}>
      {results.map(({ variant, sent, converted }) => (
        <li key={variant ?? ''}>
          <strong>{variant ?? t`the card alone`}</strong> {t`${sent} sent, ${converted} paid after`}
        </li>
      ))}
    </ul>
  );
}

function Editor({ shopId, data, fields }: Props & { data: Texts }) {
  const { t } = useLingui();
  const [items, setItems] = useState<Wordings>(data.items);
  const put = useAct(care.putReminderTexts, () => refresh(care.getReminderTexts));
  const may = data.can.includes('putReminderTexts');
  const isChanged = JSON.stringify(items) !== JSON.stringify(data.items);
  const isWhole = items.every(({ texts }) => Object.values(texts).some((text) => text.trim()));
  const begin = () => setItems([{ name: 'A', texts: { 'zh-CN': '', 'zh-TW': '', en: '' } }]);
  if (items.length === 0 && !isChanged) {
    return may ? <Button onClick={begin}>{t`Write the first words`}</Button> : null;
  }
  return (
    <fieldset disabled={!may} className={styles.editor}>
      {fields(items, setItems)}
      <Refusal refusal={put.refusal} onClose={put.reset} />
      {may && (
        <div className={styles.foot}>
          <Button look="plain" onClick={() => setItems([])} disabled={items.length === 0}>
            {t`Only the card`}
          </Button>
          <Button
            look="main"
            busy={put.busy}
            disabled={!isChanged || !isWhole}
            onClick={() => void put.run({ shopId, items })}
          >
            {t`Save`}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
