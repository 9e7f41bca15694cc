import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { numbered } from '../../lib/format.ts';
import { useSelf } from '../../lib/session.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { When } from '../../ui/When.tsx';
import { Word } from '../../ui/Word.tsx';
import { reasonWord } from '../orders/acts/reason.words.ts';
import { kindWords, stateWords, toneOf } from './aftersales.words.ts';
import { CaseAmount } from './CaseAmount.tsx';
import styles from './CaseRow.module.css';
import { Countdown } from './Countdown.tsx';
import { Evidence } from './Evidence.tsx';

/** Height of a row in pixels. */
export const caseRowHeight = 92;

/** A case in the queue: goods, reason, evidence, the buyer with their history, money, and the time left. */
export function CaseRow({ one }: { one: aftersales.CaseShape }) {
  const { t, i18n } = useLingui();
  const { shops } = useSelf();
  const shop = shops.length > 1 ? shops.find(({ id }) => id === one.shopId) : undefined;
  const [line] = one.lines;
  const others = one.lines.length - 1;
  return (
    <div className={styles.row}>
      <span className={styles.picture}>
        <Picture url={line?.pictureUrl ?? one.wholeOrder?.pictureUrl} size={56} />
      </span>
      <div className={styles.what}>
        <span className={styles.kind}>
          <b>{i18n._(kindWords[one.kind])}</b>
          <span>{one.reasonText || reasonWord(one.reasonCode, i18n)}</span>
        </span>
        <small className={styles.goods}>
          <bdi>{numbered(one.orderNumber)}</bdi>{' '}
          {line?.title ?? one.wholeOrder?.title ?? t`The whole order`}
          {line && line.quantity > 1 && <> ×{line.quantity}</>}
          {others > 0 && <> {t`+${others} more`}</>}
        </small>
        {one.note && <small className={styles.note}>{one.note}</small>}
      </div>
      <span className={styles.proof}>
        <Evidence files={one.evidence} size={40} most={3} linked={false} />
      </span>
      <div className={styles.who}>
        <span>{one.buyerName || '–'}</span>
        <HistoryWords one={one} />
        {shop && <small>{shop.name}</small>}
      </div>
      <div className={styles.money}>
        <CaseAmount one={one} />
        <Word tone={toneOf(one.state)}>{i18n._(stateWords[one.state])}</Word>
      </div>
      <span className={styles.time}>
        {one.dueAt ? <Countdown one={one} /> : <When at={one.updatedAt} />}
      </span>
    </div>
  );
}

/** How often this buyer was refunded, at a glance. */
export function HistoryWords({ one }: { one: Pick<aftersales.CaseShape, 'history'> }) {
  const { t } = useLingui();
  const { orderCount, refundedOrders, caseCount } = one.history;
  if (orderCount === 0) return null;
  const often = refundedOrders >= 3 && refundedOrders * 2 >= orderCount;
  return (
    <small data-often={often || undefined} title={t`${caseCount} cases before this one`}>
      {t`${refundedOrders} of ${orderCount} orders refunded`}
    </small>
  );
}
