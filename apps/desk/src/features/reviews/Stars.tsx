import { useLingui } from '@lingui/react/macro';
import styles from './reviews.module.css';

/** One to five stars, said as a number to who does not see them. */
export function Stars({ rating }: { rating: number }) {
  const { t } = useLingui();
  const whole = Math.round(rating);
  return (
    <span className={styles.stars} role="img" aria-label={t`${rating} of 5 stars`}>
      <span aria-hidden="true">{'★'.repeat(whole)}</span>
      <span aria-hidden="true" className={styles.unlit}>
        {'★'.repeat(5 - whole)}
      </span>
    </span>
  );
}
