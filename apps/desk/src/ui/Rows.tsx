import { type ReactNode, useRef } from 'react';
import { useRowKeys } from '../lib/row-keys.ts';
import styles from './Rows.module.css';

/** A short list of things with what can be done to each. */
export const Rows = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul aria-label={label}>{children}</ul>
);

/** The list of a page: j and k go from row to row. */
export function MainRows({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useRowKeys(list);
  return (
    <ul ref={list} aria-label={label}>
      {children}
    </ul>
  );
}

interface RowProps {
  /** Face, picture or drawing at the start. */
  readonly lead?: ReactNode;
  readonly title: ReactNode;
  /** Second line. */
  readonly sub?: ReactNode;
  /** Facts in the middle. */
  readonly facts?: ReactNode;
  readonly acts?: ReactNode;
  /** Below the row, over its whole width: a refusal, a form. */
  readonly below?: ReactNode;
  /** Over: shown more quietly. */
  readonly quiet?: boolean;
}

/** One thing of a short list. */
export const Row = ({ lead, title, sub, facts, acts, below, quiet }: RowProps) => (
  <li className={styles.row} data-quiet={quiet || undefined}>
    {lead && <span className={styles.lead}>{lead}</span>}
    <div className={styles.words}>
      <div className={styles.title}>{title}</div>
      {sub && <div className={styles.sub}>{sub}</div>}
    </div>
    {facts && <div className={styles.facts}>{facts}</div>}
    {acts && <div className={styles.acts}>{acts}</div>}
    {below && <div className={styles.below}>{below}</div>}
  </li>
);
