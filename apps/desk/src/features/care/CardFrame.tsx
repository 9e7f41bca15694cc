import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './CardView.module.css';

interface Props {
  readonly title: string;
  readonly number?: string;
  readonly onNumber?: (number: string) => void;
  readonly state?: ReactNode;
  readonly children: ReactNode;
}

/** Head and body every card has. */
export function CardFrame({ title, number, onNumber, state, children }: Props) {
  const { t } = useLingui();
  return (
    <article className={styles.card} aria-label={number ? `${title} ${number}` : title}>
      <header>
        <b>{title}</b>
        {number && (
          <button
            type="button"
            className={styles.number}
            title={t`Show this order`}
            onClick={() => onNumber?.(number)}
          >
            {number}
          </button>
        )}
        <span className={styles.state}>{state}</span>
      </header>
      {children}
    </article>
  );
}
