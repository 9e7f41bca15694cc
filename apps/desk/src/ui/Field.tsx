import { type ReactNode, useId } from 'react';
import styles from './Field.module.css';

/** What the input inside a field needs, to be spoken together with its label and words. */
export interface FieldProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong with the value, in words that say what to do. */
  readonly error?: ReactNode;
  /** Beside the label, e.g. a link. */
  readonly aside?: ReactNode;
  /** Widest the input may get. */
  readonly width?: number;
  readonly children: (props: FieldProps) => ReactNode;
}

/** Label, input, and what there is to say about it. */
export function Field({ label, hint, error, aside, width = 420, children }: Props) {
  const id = useId();
  const words = hint || error ? `${id}w` : undefined;
  return (
    <div className={styles.field} style={{ maxWidth: width }}>
      <div className={styles.label}>
        <label htmlFor={id}>{label}</label>
        {aside}
      </div>
      {children({ id, 'aria-describedby': words, 'aria-invalid': error ? true : undefined })}
      {words && (
        <p id={words} className={error ? styles.error : styles.hint}>
          {error || hint}
        </p>
      )}
    </div>
  );
}
