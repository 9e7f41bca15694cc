import type { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { Picture } from '../../ui/Picture.tsx';
import styles from './OrderCard.module.css';
import { optionText } from './orders.rules.ts';

interface Props {
  readonly order: Pick<orders.OrderCardShape, 'lines' | 'currency'>;
  /** Shows only the first ones and says how many more there are. */
  readonly most?: number;
}

/** What was bought: picture, title, options, pieces, money. */
export function OrderLines({ order, most }: Props) {
  const { t } = useLingui();
  const shown = order.lines.slice(0, most ?? order.lines.length);
  const hidden = order.lines.length - shown.length;
  return (
    <ul className={styles.lines}>
      {shown.map((line) => (
        <li key={line.id}>
          <Picture url={line.pictureUrl} />
          <div className={styles.lineWords}>
            <span className={styles.lineTitle} title={line.title}>
              {line.url ? (
                <a href={line.url} target="_blank" rel="noreferrer noopener">
                  {line.title}
                </a>
              ) : (
                line.title
              )}
            </span>
            <small>{[optionText(line.options), line.sku].filter(Boolean).join(' · ')}</small>
          </div>
          <div className={styles.lineMoney}>
            <span>{money(line.totalMinor, order.currency)}</span>
            <small>
              {money(line.unitMinor, order.currency)} × {line.quantity}
            </small>
            {line.discountMinor !== 0 && (
              <small>−{money(line.discountMinor, order.currency)}</small>
            )}
          </div>
        </li>
      ))}
      {hidden > 0 && <li className={styles.moreLines}>{t`and ${hidden} more`}</li>}
    </ul>
  );
}
