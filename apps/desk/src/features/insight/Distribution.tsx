import type { insight, ReplyOf } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { count, percent } from '../../lib/format.ts';
import { duration } from './figure.rules.ts';
import styles from './insight.module.css';

type Steps = ReplyOf<typeof insight.getReport>['distribution'];

/** How long answers took, step by step: where the slow ones are. */
export function Distribution({ steps }: { steps: Steps }) {
  const { t } = useLingui();
  const total = steps.reduce((sum, step) => sum + step.count, 0);
  const most = Math.max(...steps.map((step) => step.count), 1);
  return (
    <figure className={styles.chart}>
      <figcaption>{t`How long answers took`}</figcaption>
      <ul className={styles.bars}>
        {steps.map(({ upTo, count: n }, at) => {
          const name =
            upTo === null
              ? t`longer than ${duration(steps[at - 1]?.upTo ?? 0)}`
              : `≤ ${duration(upTo)}`;
          const share = total === 0 ? 0 : n / total;
          return (
            <li key={name}>
              <span className={styles.step}>{name}</span>
              <span className={styles.bar}>
                <i
                  style={{ width: `${(100 * n) / most}%` }}
                  data-late={(upTo ?? 9e9) > 180 || undefined}
                />
              </span>
              <span className={styles.n}>
                {count(n)} <small>{percent(share)}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </figure>
  );
}
