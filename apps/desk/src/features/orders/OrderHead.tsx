import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { ago, dateTime, numbered, wholeInstant } from '../../lib/format.ts';
import { useSelf } from '../../lib/session.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { CopyIcon } from '../../ui/Copy.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './OrderCard.module.css';
import { OrderStatusWord, RemarkFlagMark } from './OrderMarks.tsx';

interface Props {
  readonly order: orders.OrderCardShape;
  readonly folded?: boolean;
  readonly onFold?: () => void;
}

/** Number, status, shop, when it was placed, and how old a mirrored order's data is. */
export function OrderHead({ order, folded, onFold }: Props) {
  const { t } = useLingui();
  const { shops } = useSelf();
  const shop = shops.find(({ id }) => id === order.shopId);
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <h3>
          <bdi>{numbered(order.number)}</bdi>
        </h3>
        <CopyIcon text={order.number} name={t`Copy the number`} />
        <RemarkFlagMark flag={order.flag} />
        <span className={styles.push} />
        {order.urgent && <Word tone="late">{t`Urgent`}</Word>}
        <OrderStatusWord status={order.status} sourceStatus={order.sourceStatus} />
        {onFold && (
          <IconButton
            name={folded ? t`Unfold the order` : t`Fold the order`}
            aria-expanded={!folded}
            className={styles.fold}
            onClick={onFold}
          >
            <Icon name={folded ? 'down' : 'up'} size={15} />
          </IconButton>
        )}
      </div>
      <p className={styles.headWords}>
        {shop && <span>{shop.name}</span>}
        {order.placedAt && (
          <time dateTime={order.placedAt} title={wholeInstant(order.placedAt)}>
            {dateTime(order.placedAt)}
          </time>
        )}
        {order.mirroredAt && (
          <span
            title={wholeInstant(order.mirroredAt)}
          >{t`Data from ${ago(order.mirroredAt)}`}</span>
        )}
        {order.url && (
          <a href={order.url} target="_blank" rel="noreferrer noopener">
            {t`In the shop`}
          </a>
        )}
      </p>
      {order.alert && (
        <p className={styles.alert}>
          {t`Another address and money back on one order within a day: look twice.`}
        </p>
      )}
      {order.buyerNote && (
        <p className={styles.buyerNote}>
          <b>{t`Buyer's note`}</b> {order.buyerNote}
        </p>
      )}
    </header>
  );
}
