import type { KeyboardEvent, ReactNode } from 'react';
import { Float, type Opener } from './Float.tsx';
import styles from './Menu.module.css';

interface Item {
  readonly key: string;
  readonly label: string;
  readonly onClick: () => void;
  readonly danger?: boolean;
  /** One of a choice: whether it is the chosen one. */
  readonly chosen?: boolean;
  /** A line stands before it. */
  readonly apart?: boolean;
}

interface Props {
  readonly items: readonly Item[];
  readonly button: (opener: Opener & { readonly 'aria-haspopup': 'menu' }) => ReactNode;
}

/** A button with what else can be done behind it; the arrow keys go between. */
export const Menu = ({ items, button }: Props) => (
  <Float button={(opener) => button({ ...opener, 'aria-haspopup': 'menu' })}>
    {(close) => (
      <div role="menu" className={styles.menu} onKeyDown={go}>
        {items.map((item, n) => (
          <Entry key={item.key} item={item} first={n === 0} onDone={close} />
        ))}
      </div>
    )}
  </Float>
);

interface EntryProps {
  readonly item: Item;
  readonly first: boolean;
  readonly onDone: () => void;
}

const Entry = ({ item, first, onDone }: EntryProps) => (
  <button
    type="button"
    {...(item.chosen === undefined
      ? { role: 'menuitem' }
      : { role: 'menuitemradio', 'aria-checked': item.chosen })}
    data-first={first || undefined}
    tabIndex={-1}
    className={[styles.item, item.danger && styles.danger, item.apart && styles.apart]
      .filter(Boolean)
      .join(' ')}
    onClick={() => {
      onDone();
      item.onClick();
    }}
  >
    {item.label}
  </button>
);

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function go(event: KeyboardEvent<HTMLDivElement>): void {
  const entries = [...event.currentTarget.querySelectorAll('button')];
  const at = entries.indexOf(document.activeElement as HTMLButtonElement);
  const next = steps[event.key]?.(at, entries.length);
  if (next === undefined) return;
  event.preventDefault();
  entries[next]?.focus();
}
