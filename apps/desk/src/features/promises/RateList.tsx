import type { promises } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { count, percent } from '../../lib/format.ts';
import styles from './rates.module.css';

type Rate = promises.PromiseRateShape;

/** What a bar is made of, in its order. */
export const parts = ['kept', 'late', 'broken', 'open'] as const;

/** What each part of a bar is called. */
export const usePartWords = (): Record<(typeof parts)[number], string> => {
  const { t } = useLingui();
  return {
    kept: t({ message: 'Kept', context: 'promise' }),
    late: t({ message: 'Kept late', context: 'promise' }),
    broken: t({ message: 'Broken', context: 'promise' }),
    open: t({ message: 'Open', context: 'promise' }),
  };
};

interface Named {
  readonly key: string;
  readonly name: string;
  /** Of which shop, where there are several. */
  readonly of?: string;
  readonly rate: Rate;
}

const sumOf = (rate: Rate): number => parts.reduce((sum, part) => sum + rate[part], 0);

/** Bars of one scale, a row each: the longer, the more was promised. */
export function RateList({ label, rates }: { label: string; rates: readonly Named[] }) {
  const most = Math.max(1, ...rates.map(({ rate }) => sumOf(rate)));
  return (
    <>
      <h3>{label}</h3>
      <ul className={styles.list} aria-label={label}>
        {rates.map(({ key, ...one }) => (
          <RateRow key={key} {...one} most={most} />
        ))}
      </ul>
    </>
  );
}

function RateRow({ name, of, rate, most }: Omit<Named, 'key'> & { most: number }) {
  const { t } = useLingui();
  const words = usePartWords();
  const told = parts
    .filter((part) => rate[part] > 0)
    .map((part) => `${words[part]} ${count(rate[part])}`);
  if (rate.cancelled > 0)
    told.push(`${t({ message: 'Cancelled', context: 'promise' })} ${count(rate.cancelled)}`);
  return (
    <li>
      <span className={styles.name}>
        {name}
        {of && <small>{of}</small>}
      </span>
      <span
        className={styles.bar}
        style={{ width: `${(100 * sumOf(rate)) / most}%` }}
        aria-hidden="true"
      >
        {parts.map(
          (part) =>
            rate[part] > 0 && (
              <i key={part} data-mark={part} style={{ flexGrow: rate[part] }} title={words[part]} />
            ),
        )}
      </span>
      <b title={t`Kept rate`}>{rate.rate === null ? '–' : percent(rate.rate)}</b>
      <small className={styles.told}>{told.join(' · ')}</small>
    </li>
  );
}
