import { scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SlotText } from '../../ui/SlotText.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './Library.module.css';
import { useNames } from './library-names.ts';
import { libraryKey, type Spot } from './tree.rules.ts';
import { scriptSlots } from './variable.words.ts';

/** Sequences written for situations every counter knows; one click puts one into a library. */
export function Playbooks({ libraries }: { libraries: readonly Spot[] }) {
  const { data, error } = useReply(scripts.listPlaybooks, {});
  const [where, setWhere] = useState(libraries[1]?.key ?? libraries[0]?.key ?? 'own');
  const { t } = useLingui();
  const nameOf = useNames();
  if (error) return <Refusal refusal={error} />;
  if (!data) return <Lines count={5} />;
  const spot = libraries.find(({ key }) => key === where);
  return (
    <div className={styles.page}>
      <div className={styles.form}>
        <span>{t`Take over into`}</span>
        <Select
          aria-label={t`Take over into`}
          popupMatchSelectWidth={false}
          value={where}
          onChange={setWhere}
          options={libraries.map((one) => ({ value: one.key, label: nameOf(one) }))}
        />
      </div>
      {data.items.map((book) => (
        <Book key={book.id} book={book} spot={spot} />
      ))}
    </div>
  );
}

function Book({ book, spot }: { book: scripts.PlaybookShape; spot: Spot | undefined }) {
  const { i18n } = useLingui();
  const slots = scriptSlots(i18n);
  const adopt = useAct(scripts.adoptPlaybook, () =>
    refresh(scripts.listPlaybooks, scripts.getScriptIndex),
  );
  const there = book.adopted.some(({ scope, shopId }) => libraryKey(scope, shopId) === spot?.key);
  return (
    <section className={styles.play}>
      <header>
        <h2>{book.name}</h2>
        {there ? (
          <Word tone="good">
            <Trans>In this library</Trans>
          </Word>
        ) : (
          <Button
            small
            busy={adopt.busy}
            disabled={!spot}
            onClick={() =>
              spot &&
              void adopt.run({
                playbookId: book.id,
                scope: spot.scope,
                ...(spot.shopId ? { shopId: spot.shopId } : {}),
              })
            }
          >
            <Trans>Take over</Trans>
          </Button>
        )}
      </header>
      <p className={styles.soft}>{book.when}</p>
      <Refusal refusal={adopt.refusal} />
      <ol>
        {book.steps.map((step) => (
          <li key={step.title}>
            <b>{step.title}</b> <span className={styles.soft}>{step.when}</span>
            <p>
              <SlotText text={step.text} slots={slots} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
