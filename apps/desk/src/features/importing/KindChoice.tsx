import type { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import styles from './importing.module.css';
import { kindLeads, kindWords } from './importing.words.ts';

const kinds = Object.keys(kindWords) as importing.RecordKindWord[];

interface Props {
  readonly value: importing.RecordKindWord;
  readonly onChange: (kind: importing.RecordKindWord) => void;
}

/** What the file holds. */
export function KindChoice({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const name = useId();
  return (
    <fieldset className={styles.kinds}>
      <legend className="unseen">{t`What the file holds`}</legend>
      {kinds.map((kind) => (
        <label key={kind}>
          <input
            type="radio"
            name={name}
            checked={kind === value}
            onChange={() => onChange(kind)}
          />
          <b>{i18n._(kindWords[kind])}</b>
          <small>{i18n._(kindLeads[kind])}</small>
        </label>
      ))}
    </fieldset>
  );
}
