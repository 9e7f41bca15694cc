import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useId } from 'react';
import styles from './FlagChoice.module.css';
import marks from './OrderMarks.module.css';
import { flags, flagWords } from './orders.words.ts';

interface Props {
  readonly value: orders.RemarkFlagWord;
  readonly onChange: (flag: orders.RemarkFlagWord) => void;
}

/** One of the flag colours, by arrow keys or by pointing. */
export function FlagChoice({ value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className="unseen">{t`Flag`}</legend>
      {flags.map((flag) => (
        <label key={flag} title={i18n._(flagWords[flag])}>
          <input
            type="radio"
            name={name}
            checked={flag === value}
            aria-label={i18n._(flagWords[flag])}
            onChange={() => onChange(flag)}
          />
          <span className={marks.flag} data-flag={flag}>
            <svg width="16" height="16" viewBox="0 0 24 24" aria-hidden="true">
              <path
                d="M5.500 21.500V3h13l-3 5.500 3 5.500H7.500v7.500z"
                fill={flag === 'none' ? 'none' : 'currentColor'}
                stroke="currentColor"
                strokeWidth={flag === 'none' ? 1.6 : 0}
              />
            </svg>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
