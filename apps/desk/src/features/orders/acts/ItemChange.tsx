import { catalog, type orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { money } from '../../../lib/format.ts';
import { useReply } from '../../../lib/query.ts';
import { Button } from '../../../ui/Button.tsx';
import { Picture } from '../../../ui/Picture.tsx';
import { optionText } from '../orders.rules.ts';
import styles from './acts.module.css';
import { VariantChoice } from './VariantChoice.tsx';

interface Change {
  readonly lineNo: number;
  readonly variantId: string;
  readonly quantity?: number;
}

interface Props {
  readonly line: orders.OrderLineShape;
  readonly currency: string;
  readonly change: Change | undefined;
  /** The only line: its variants are shown at once. */
  readonly open: boolean;
  readonly onChange: (change: Change | undefined) => void;
}

/** One line and what it shall become: the variants with price and stock, and how many. */
export function ItemChange({ line, currency, change, open, onChange }: Props) {
  const { t } = useLingui();
  const [shown, setShown] = useState(open);
  const product = useReply(
    catalog.getProduct,
    { productId: line.productId ?? '' },
    { when: shown && line.productId !== null },
  );
  const variants = product.data?.variants ?? [];
  const variant = variants.find(({ id }) => id === change?.variantId);
  const set = (variantId: string | null, quantity: number) => {
    const same = variantId === line.variantId && quantity === line.quantity;
    onChange(same || !variantId ? undefined : { lineNo: line.no, variantId, quantity });
  };
  const quantity = change?.quantity ?? line.quantity;
  return (
    <li data-changed={change !== undefined || undefined}>
      <div className={styles.itemHead}>
        <Picture url={variant?.pictureUrl ?? line.pictureUrl} size={36} />
        <div>
          <span className={styles.itemTitle}>{line.title}</span>
          <small>
            {optionText(line.options)} ×{line.quantity} {money(line.unitMinor, currency)}
          </small>
        </div>
        {!shown && (
          <Button small disabled={line.productId === null} onClick={() => setShown(true)}>
            {t`Change`}
          </Button>
        )}
      </div>
      {shown && (
        <VariantChoice
          variants={variants}
          now={line}
          value={change?.variantId ?? line.variantId}
          currency={currency}
          busy={product.isLoading}
          error={product.error}
          onChange={(variantId) => set(variantId, quantity)}
        />
      )}
      {shown && (
        <label className={styles.quantity}>
          {t`Pieces`}
          <input
            type="number"
            min={1}
            max={10_000}
            value={quantity}
            onChange={({ target }) =>
              set(change?.variantId ?? line.variantId, Math.max(1, Math.floor(+target.value) || 1))
            }
          />
        </label>
      )}
    </li>
  );
}
