import type { conversations } from '@guitai/contract';
import { Trans } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { Picture } from '../../ui/Picture.tsx';
import styles from './CardView.module.css';

type CardOrder = Extract<conversations.Card, { type: 'order' }>['order'];

const shownAtMost = 3;

/** Goods and money of an order on a card. */
export function GoodsOf({ order }: { order: CardOrder }) {
  const more = order.items.length - shownAtMost;
  return (
    <>
      <ul className={styles.goods}>
        {order.items.slice(0, shownAtMost).map((item, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same thing may stand twice, and nothing is reordered
          <li key={`${at} ${item.sku}`}>
            <Picture url={item.imageUrl} size={40} />
            <span className={styles.words}>
              <span className={styles.title}>{item.title}</span>
              <small>{[item.variant, item.sku].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={styles.price}>
              {money(item.unitMinor, order.currency)}
              <small>×{item.quantity}</small>
            </span>
          </li>
        ))}
        {more > 0 && (
          <li className={styles.quiet}>
            <Trans>and {more} more</Trans>
          </li>
        )}
      </ul>
      <p className={styles.sum}>
        <span>
          {order.discountMinor !== 0 && (
            <Trans>Discount {`−${money(order.discountMinor, order.currency)}`}</Trans>
          )}{' '}
          <Trans>Postage {money(order.postageMinor, order.currency)}</Trans>
        </span>
        <b>{money(order.totalMinor, order.currency)}</b>
      </p>
    </>
  );
}
