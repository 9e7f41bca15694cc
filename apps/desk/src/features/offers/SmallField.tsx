import styles from './form.module.css';
import type { Draft } from './terms.rules.ts';

/** What every part of a coupon's form needs. */
export interface DraftProps {
  readonly draft: Draft;
  readonly set: (part: Partial<Draft>) => void;
  /** Sign of the shop's currency. */
  readonly sign: string;
}

interface Props extends DraftProps {
  readonly field:
    | 'amount'
    | 'percent'
    | 'cap'
    | 'minimum'
    | 'days'
    | 'count'
    | 'perBuyer'
    | 'budget';
  readonly label: string;
}

/** A number inside of a sentence. */
export function SmallField({ draft, set, field, label }: Props) {
  return (
    <input
      className={styles.small}
      inputMode="decimal"
      aria-label={label}
      value={draft[field]}
      onChange={({ target }) => set({ [field]: target.value })}
    />
  );
}
