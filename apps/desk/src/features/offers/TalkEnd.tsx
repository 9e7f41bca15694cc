import type { offers } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Link } from 'wouter';
import { moment, money, wholeInstant } from '../../lib/format.ts';
import styles from './offers.module.css';
import { outcomeWords } from './offers.words.ts';

/** What closed the talk: the order it led to and what was paid, or the silence. */
export function TalkEnd({ bargain }: { bargain: offers.BargainShape }) {
  const { t, i18n } = useLingui();
  const { outcome, orderId, orderNumber, paidMinor, currency, closedAt } = bargain;
  if (outcome === 'open')
    return (
      <li data-state="open">
        <span className={styles.quiet}>{t`Still open; it closes after seven quiet days.`}</span>
      </li>
    );
  return (
    <li data-state={outcome}>
      <div className={styles.stepHead}>
        <b>{i18n._(outcomeWords[outcome])}</b>
        {paidMinor > 0 && <span>{money(paidMinor, currency)}</span>}
      </div>
      <div className={styles.quiet}>
        {orderId && orderNumber && <Link href={`/orders/${orderId}`}>{orderNumber}</Link>}{' '}
        {closedAt && (
          <time dateTime={closedAt} title={wholeInstant(closedAt)}>
            {moment(closedAt)}
          </time>
        )}
      </div>
    </li>
  );
}
