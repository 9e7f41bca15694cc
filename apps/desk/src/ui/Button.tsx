import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { keyLabel } from '../lib/keys.ts';
import styles from './Button.module.css';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'title'> {
  readonly children: ReactNode;
  /** `main`: the one next act of this place. `plain`: words without a border. */
  readonly look?: 'main' | 'line' | 'plain' | 'danger';
  readonly small?: boolean;
  readonly busy?: boolean;
  /** Key that does the same, shown beside the words. */
  readonly hint?: string;
  readonly title?: string | undefined;
}

/** The desk's own button: dense, with its key, and busy without jumping. */
export function Button({ look = 'line', small, busy, hint, children, className, ...rest }: Props) {
  const classes = [
    styles.button,
    styles[look],
    small && styles.small,
    busy && styles.busy,
    className,
  ];
  return (
    <button
      type="button"
      {...rest}
      className={classes.filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      aria-keyshortcuts={hint}
      disabled={rest.disabled || busy}
    >
      {children}
      {hint && (
        <span className={styles.key} aria-hidden="true">
          {keyLabel(hint)}
        </span>
      )}
    </button>
  );
}

interface IconProps extends Omit<Props, 'children' | 'look' | 'small'> {
  /** The accessible name, also the tooltip. */
  readonly name: string;
  readonly pressed?: boolean;
  readonly children: ReactNode;
}

/** A button that shows only a drawing; its name is read and shown on hover. */
export function IconButton({ name, pressed, busy, hint, children, className, ...rest }: IconProps) {
  return (
    <button
      type="button"
      {...rest}
      className={[styles.icon, pressed && styles.pressed, className].filter(Boolean).join(' ')}
      aria-label={name}
      aria-pressed={pressed}
      aria-busy={busy || undefined}
      aria-keyshortcuts={hint}
      disabled={rest.disabled || busy}
      title={hint ? `${name} (${keyLabel(hint)})` : name}
    >
      {children}
    </button>
  );
}
