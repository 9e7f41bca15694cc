import type { buyers } from '@guitai/contract';
import { useSelf } from '../../lib/session.tsx';
import { Face } from '../../ui/Face.tsx';
import { When } from '../../ui/When.tsx';
import { BuyerName, BuyerWords, Friendliness } from './BuyerMarks.tsx';
import styles from './BuyerRow.module.css';

/** Height of a row in pixels. */
export const buyerRowHeight = 60;

/** A buyer in a list: name, level, how to reach, tags, shops. */
export function BuyerRow({ buyer }: { buyer: buyers.BuyerSummaryShape }) {
  const { shops } = useSelf();
  const names = shops.filter(({ id }) => buyer.shopIds.includes(id)).map(({ name }) => name);
  return (
    <div className={styles.row}>
      <Face name={buyer.name || '?'} size={36} />
      <div className={styles.who}>
        <span className={styles.name}>
          <b>
            <BuyerName name={buyer.name} />
          </b>
          <BuyerWords buyer={buyer} />
        </span>
        <small>{[buyer.phone, buyer.email].filter(Boolean).join(' · ')}</small>
      </div>
      <div className={styles.tags}>
        <Friendliness value={buyer.friendliness} />
        <small>{buyer.tags.join(' · ')}</small>
      </div>
      <small className={styles.shops}>{shops.length > 1 && names.join(' · ')}</small>
      <small className={styles.time}>
        <When at={buyer.updatedAt} />
      </small>
    </div>
  );
}
