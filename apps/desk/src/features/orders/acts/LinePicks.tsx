import type { orders } from '@guitai/contract';
import { money } from '../../../lib/format.ts';
import { Picture } from '../../../ui/Picture.tsx';
import { optionText } from '../orders.rules.ts';
import styles from './acts.module.css';

interface Props {
  readonly label: string;
  readonly lines: readonly orders.OrderLineShape[];
  readonly currency: string;
  /** Places of the lines that are left out; all others are meant. */
  readonly left: ReadonlySet<number>;
  readonly onChange: (left: ReadonlySet<number>) => void;
}

/** Some lines of an order, all of them at first. */
export function LinePicks({ label, lines, currency, left, onChange }: Props) {
  const set = (no: number, meant: boolean) => {
    const next = new Set(left);
    if (meant) next.delete(no);
    else next.add(no);
    onChange(next);
  };
  return (
    <ul className={styles.lines} aria-label={label}>
      {lines.map((line) => (
        <li key={line.no}>
          <label>
            <input
              type="checkbox"
              checked={!left.has(line.no)}
              onChange={({ target }) => set(line.no, target.checked)}
            />
            <Picture url={line.pictureUrl} size={28} />
            <span className={styles.lineText}>
              {[line.title, optionText(line.options)].filter(Boolean).join(' · ')}
            </span>
            <small>
              ×{line.quantity} {money(line.totalMinor, currency)}
            </small>
          </label>
        </li>
      ))}
    </ul>
  );
}
