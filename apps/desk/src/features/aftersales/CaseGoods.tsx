import type { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../lib/format.ts';
import { Picture } from '../../ui/Picture.tsx';
import { optionText } from '../orders/orders.rules.ts';
import styles from './aftersales.module.css';

/** The goods of a case, with what comes instead. */
export function CaseGoods({ one }: { one: Pick<aftersales.CaseShape, 'lines' | 'currency'> }) {
  const { t } = useLingui();
  return (
    <section className={styles.part}>
      <ul className={styles.goods}>
        {one.lines.map((line) => (
          <li key={line.lineNo}>
            <Picture url={line.pictureUrl} size={44} />
            <span className={styles.goodsWords}>
              <span>
                {line.title} ×{line.quantity}
              </span>
              <small>{optionText(line.options) || line.sku}</small>
              {line.newOptions && (
                <small className={styles.instead}>
                  {t`→ ${optionText(line.newOptions) || line.newSku}`}
                  {line.newUnitMinor !== null && ` · ${money(line.newUnitMinor, one.currency)}`}
                </small>
              )}
            </span>
            <span>{money(line.unitMinor, one.currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
