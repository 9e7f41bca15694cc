import { useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { type Panel, panels } from './address.ts';
import { panelNames } from './panels.tsx';
import styles from './SideTabs.module.css';

interface Props {
  readonly panel: Panel;
  readonly onChange: (panel: Panel) => void;
  readonly orderCount: number;
  readonly more: boolean;
}

/** What stands beside the chat; arrow keys go between. */
export function SideTabs({ panel, onChange, orderCount, more }: Props) {
  const { t, i18n } = useLingui();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? panels.length - 1 : 0;
    if (step === 0) return;
    const next = panels[(panels.indexOf(panel) + step) % panels.length] ?? panel;
    onChange(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-panel="${next}"]`)?.focus();
  };
  return (
    <div
      role="tablist"
      className={styles.tabs}
      aria-label={t`Beside the chat`}
      onKeyDown={onKeyDown}
    >
      {panels.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          data-panel={one}
          aria-selected={one === panel}
          tabIndex={one === panel ? 0 : -1}
          onClick={() => onChange(one)}
        >
          {i18n._(panelNames[one])}
          {one === 'orders' && orderCount > 0 && (
            <small>{more ? `${orderCount}+` : orderCount}</small>
          )}
        </button>
      ))}
    </div>
  );
}
