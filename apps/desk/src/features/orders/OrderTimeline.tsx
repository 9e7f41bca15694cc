import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { dateTime, wholeInstant } from '../../lib/format.ts';
import styles from './OrderCard.module.css';
import { stepWords } from './orders.words.ts';

/** What happened to the order, oldest first. */
export function OrderTimeline({ order }: { order: orders.OrderCardShape }) {
  const { t, i18n } = useLingui();
  if (order.timeline.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t`Timeline`}>
      <h4>{t`Timeline`}</h4>
      <ol className={styles.timeline}>
        {order.timeline.map((step) => (
          <li key={`${step.code} ${step.at} ${step.text}`}>
            <span title={step.text || undefined}>{i18n._(stepWords[step.code])}</span>
            {step.at && (
              <time dateTime={step.at} title={wholeInstant(step.at)}>
                {dateTime(step.at)}
              </time>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
