import type { catalog, orders } from '@guitai/contract';
import type { ProblemError } from '@guitai/sdk';
import { useLingui } from '@lingui/react/macro';
import { money } from '../../../lib/format.ts';
import { Lines } from '../../../ui/Lines.tsx';
import { Refusal } from '../../../ui/Refusal.tsx';
import { optionText } from '../orders.rules.ts';
import styles from './acts.module.css';
import { Choice } from './Choice.tsx';

type Variant = catalog.ProductShape['variants'][number];

interface Props {
  readonly variants: readonly Variant[];
  readonly now: orders.OrderLineShape;
  readonly value: string | null;
  readonly currency: string;
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly onChange: (variantId: string) => void;
}

/** Every form of the product with its price and what is left; what is sold out cannot be chosen. */
export function VariantChoice({ variants, now, value, currency, busy, error, onChange }: Props) {
  const { t } = useLingui();
  if (error) return <Refusal refusal={error} />;
  if (busy) return <Lines count={2} height={26} />;
  return (
    <Choice
      label={t`Variant`}
      first
      value={value ?? undefined}
      onChange={onChange}
      options={variants.map((one) => {
        const mine = one.id === now.variantId;
        const out = !mine && (!one.available || one.stock === 0);
        return {
          value: one.id,
          disabled: out,
          label: (
            <span className={styles.variant}>
              {optionText(one.options) || one.sku}
              <small>
                {money(one.priceMinor, currency)}{' '}
                {mine
                  ? t`as ordered`
                  : out
                    ? t`sold out`
                    : one.stock !== null && t`${one.stock} left`}
              </small>
            </span>
          ),
        };
      })}
    />
  );
}
