import { useLingui } from '@lingui/react/macro';
import { count, average as mean } from '../../lib/format.ts';
import styles from './reviews.module.css';
import { Stars } from './Stars.tsx';

interface Props {
  readonly average: number | null;
  readonly stars: readonly number[];
  /** Called with the stars of a clicked bar. */
  readonly onPick?: (rating: number) => void;
  readonly picked?: number | undefined;
}

/** Average and how the stars spread, five at the top; a bar is a filter. */
export function Distribution({ average, stars, onPick, picked }: Props) {
  const { t } = useLingui();
  const all = stars.reduce((sum, n) => sum + n, 0);
  const most = Math.max(...stars, 1);
  return (
    <figure className={styles.spread}>
      <figcaption>
        <b>{average === null ? '–' : mean(average)}</b>
        <Stars rating={average ?? 0} />
        <small>{t`${count(all)} reviews`}</small>
      </figcaption>
      <ul>
        {[5, 4, 3, 2, 1].map((rating) => {
          const n = stars[rating - 1] ?? 0;
          return (
            <li key={rating}>
              <button
                type="button"
                disabled={!onPick}
                aria-pressed={picked === rating}
                onClick={() => onPick?.(rating)}
              >
                <span className="unseen">{t`${rating} stars: ${n}`}</span>
                <span aria-hidden="true">{rating}</span>
                <i>
                  <i
                    style={{ width: `${(100 * n) / most}%` }}
                    data-low={rating <= 2 || undefined}
                  />
                </i>
                <span aria-hidden="true">{count(n)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
