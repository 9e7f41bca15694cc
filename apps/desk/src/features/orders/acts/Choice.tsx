import { type ReactNode, useId } from 'react';
import styles from './acts.module.css';

interface Option {
  readonly value: string;
  readonly label: ReactNode;
  readonly disabled?: boolean;
}

interface Props {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  /** The hand goes to the chosen one when this appears. */
  readonly first?: boolean;
}

/** One of a few, all in sight; arrow keys go between them, Enter sends the form as from any field. */
export function Choice({ label, value, options, onChange, first = false }: Props) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend>{label}</legend>
      {options.map((one) => (
        <label key={one.value} data-off={one.disabled || undefined}>
          <input
            type="radio"
            name={name}
            value={one.value}
            checked={one.value === value}
            // biome-ignore lint/a11y/noAutofocus: it appears because it was asked for
            autoFocus={first && one.value === value}
            disabled={one.disabled}
            onChange={() => onChange(one.value)}
          />
          <span>{one.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
