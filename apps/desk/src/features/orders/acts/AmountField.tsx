import { useLingui } from '@lingui/react/macro';
import type { Ref } from 'react';
import { signOf } from '../../../lib/amount.ts';
import styles from './acts.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly currency: string;
  readonly wrong: boolean;
  readonly onChange: (text: string) => void;
  readonly field?: Ref<HTMLInputElement>;
}

/** An amount of money to type: selected when it opens, so that typing replaces it. */
export function AmountField({ label, value, currency, wrong, onChange, field }: Props) {
  const { t } = useLingui();
  return (
    <label className={styles.amount} data-wrong={wrong || undefined}>
      <span aria-hidden="true">{signOf(currency)}</span>
      <input
        ref={field}
        // biome-ignore lint/a11y/noAutofocus: the field appears because it was asked for
        autoFocus
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={wrong || undefined}
        title={t`A sign in front means from where it stands, e.g. −5`}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
