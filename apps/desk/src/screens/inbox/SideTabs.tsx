import { useLingui } from '@lingui/react/macro';
import type { KeyboardEvent } from 'react';
import { type Panel, panels } from './address.ts';
import styles from './SideTabs.module.css';

interface Props {
  readonly panel: Panel;
  readonly onChange: (panel: Panel) => void;
  readonly orderCount: number;
  readonly more: boolean;
}

/** Orders or products; arrow keys go between them. */
export function SideTabs({ panel, onChange, orderCount, more }: Props) {
  const { t } = useLingui();
  const names = { orders: t`Orders`, products: t`Products` };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const next = panels[(panels.indexOf(panel) + 1) % panels.length] ?? panel;
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
          {names[one]}
          {one === 'orders' && orderCount > 0 && (
            <small>{more ? `${orderCount}+` : orderCount}</small>
          )}
        </button>
      ))}
    </div>
  );
}
