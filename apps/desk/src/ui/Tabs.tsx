import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './Tabs.module.css';

/** One of several views that share a place. */
export interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  /** How many wait there; nothing is shown for none. */
  readonly count?: number | undefined;
  /** What is counted is late. */
  readonly late?: boolean;
  /** Nothing is in it yet. */
  readonly faint?: boolean;
  /** Begins another kind of views: a line stands before it. */
  readonly apart?: boolean;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly tabs: readonly Tab<Value>[];
  readonly onChange: (value: Value) => void;
  /** Before the tabs. */
  readonly lead?: ReactNode;
  /** After the tabs, in the same line as long as there is room: filters. */
  readonly children?: ReactNode;
}

/** Views that share a place, one of them open; arrow keys go between, and what does not fit is moved sideways. */
export function Tabs<Value extends string>(props: Props<Value>) {
  const { label, value, tabs, onChange, lead, children } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const open = value && list.current?.querySelector('[aria-selected="true"]');
    if (open) open.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [value]);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: tabs.length - 1 }[event.key];
    if (step === undefined) return;
    const at = (tabs.findIndex((tab) => tab.value === value) + step) % tabs.length;
    const next = tabs[at];
    if (!next) return;
    event.preventDefault();
    onChange(next.value);
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[at]?.focus();
  };
  return (
    <div className={styles.line}>
      {lead}
      <div
        ref={list}
        className={styles.tabs}
        role="tablist"
        aria-label={label}
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            tabIndex={tab.value === value ? 0 : -1}
            data-faint={(tab.faint && tab.value !== value) || undefined}
            data-apart={tab.apart || undefined}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
            {tab.count ? <small data-late={tab.late || undefined}>{tab.count}</small> : null}
          </button>
        ))}
      </div>
      {children}
    </div>
  );
}
