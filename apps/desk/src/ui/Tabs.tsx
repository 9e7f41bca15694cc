import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

/** One of several views that share a place. */
export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** How many wait there; nothing is shown for none. */
  readonly count?: number | undefined;
  /** Nothing is in it yet. */
  readonly faint?: boolean;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly Tab<Value>[];
  readonly onChange: (value: Value) => void;
  /** Before the tabs. */
  readonly lead?: ReactNode;
  /** After the tabs, in the same line: filters. */
  readonly children?: ReactNode;
}

/** Views that share a place, one of them open. */
export function Tabs<Value extends string>(props: Props<Value>) {
  const { label, value, tabs, onChange, lead, children } = props;
  return (
    <div className={styles.tabs} role="tablist" aria-label={label}>
      {lead}
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={tab.value === value}
          data-faint={(tab.faint && tab.value !== value) || undefined}
          onClick={() => onChange(tab.value)}
        >
          {tab.label}
          {tab.count ? <small>{tab.count}</small> : null}
        </button>
      ))}
      {children}
    </div>
  );
}
