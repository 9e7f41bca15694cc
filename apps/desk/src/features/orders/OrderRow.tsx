import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { moment, money, numbered } from '../../lib/format.ts';
import { useSelf } from '../../lib/session.tsx';
import { Picture } from '../../ui/Picture.tsx';
import { OrderStatusWord, RemarkFlagMark } from './OrderMarks.tsx';
import styles from './OrderRow.module.css';

/** Height of a row in pixels. */
export const orderRowHeight = 64;

/** An order in a list: picture, number, goods, buyer, status, money. */
export function OrderRow({ order }: { order: orders.OrderSummaryShape }) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const shop = shops.length > 1 ? shops.find(({ id }) => id === order.shopId) : undefined;
  const other = order.lineCount - 1;
  return (
    <div className={styles.row}>
      <span className={styles.picture}>
        <Picture url={order.pictureUrl} size={44} />
      </span>
      <div className={styles.what}>
        <span className={styles.number}>
          <bdi>{numbered(order.number)}</bdi>
          <RemarkFlagMark flag={order.flag} />
        </span>
        <small className={styles.goods}>
          {order.firstTitle}
          {other > 0 && <> {t`+${other} more`}</>}
        </small>
      </div>
      <div className={styles.who}>
        <span>{order.buyerName || '–'}</span>
        {shop && <small>{shop.name}</small>}
      </div>
      <span className={styles.status}>
        <OrderStatusWord status={order.status} sourceStatus={order.sourceStatus} />
      </span>
      <div className={styles.money}>
        <span>{money(order.totalMinor, order.currency)}</span>
        <PaidWords order={order} />
      </div>
      <time className={styles.time} dateTime={order.placedAt ?? order.updatedAt}>
        {moment(order.placedAt ?? order.updatedAt)}
      </time>
    </div>
  );
}

function PaidWords({ order }: { order: orders.OrderSummaryShape }) {
  const { t } = useLingui();
  if (order.refundedMinor > 0)
    return <small>{t`${money(order.refundedMinor, order.currency)} refunded`}</small>;
  if (order.paidMinor >= order.totalMinor)
    return <small>{t({ message: 'Paid', context: 'order' })}</small>;
  if (order.paidMinor > 0)
    return <small>{t`${money(order.paidMinor, order.currency)} paid`}</small>;
  return <small>{t({ message: 'Not paid', context: 'order' })}</small>;
}
