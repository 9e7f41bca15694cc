import { useLingui } from '@lingui/react/macro';
import { count, percent } from '../../lib/format.ts';
import styles from './insight.module.css';

interface Props {
  readonly asked: number;
  readonly ordered: number;
  readonly paid: number;
  readonly onRows: () => void;
}

/** Asked, ordered, paid and kept: how many are left at each step. */
export function Funnel({ asked, ordered, paid, onRows }: Props) {
  const { t } = useLingui();
  const steps = [
    { name: t({ message: 'Asked', context: 'figures' }), n: asked, of: asked },
    { name: t({ message: 'Ordered', context: 'figures' }), n: ordered, of: asked },
    { name: t`Paid and kept`, n: paid, of: ordered },
  ];
  return (
    <figure className={styles.chart}>
      <figcaption>{t`From the question to the payment`}</figcaption>
      <ol className={styles.funnel}>
        {steps.map(({ name, n, of }, step) => (
          <li key={name}>
            <button type="button" onClick={onRows}>
              <span className={styles.step}>{name}</span>
              <span className={styles.bar}>
                <i style={{ width: `${asked === 0 ? 0 : (100 * n) / asked}%` }} />
              </span>
              <span className={styles.n}>
                {count(n)}
                {step > 0 && of > 0 && <small> {percent(n / of)}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </figure>
  );
}
