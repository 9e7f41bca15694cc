import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, digitsOf, readAmount } from '../../../lib/amount.ts';
import { money } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActForm } from './ActForm.tsx';
import { AmountField } from './AmountField.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { useUndo } from './undo.ts';

/** Another discount on the whole order; the usual steps are one click. */
export default function DiscountForm(props: FormProps) {
  const { order } = props;
  const { t } = useLingui();
  const { currency } = order;
  const now = order.totals.discountMinor;
  const [text, setText] = useState(amountText(now, currency));
  const minor = readAmount(text, currency, now);
  const undo = useUndo(orders.changeOrderDiscount, props);
  const unit = 10 ** digitsOf(currency);
  const steps = [5, 10, 20].map((step) => now + step * unit);
  const quick = steps.filter((one) => one <= order.totals.goodsMinor);
  return (
    <ActForm
      {...props}
      endpoint={orders.changeOrderDiscount}
      title={t`Change the discount`}
      act={t`Change the discount`}
      fields={minor !== undefined && minor !== now ? { discountMinor: minor } : undefined}
      tell={({ order: after }) => ({
        words: t`The discount is now ${money(after.totals.discountMinor, currency)}.`,
        undo: undo({ discountMinor: now }),
      })}
    >
      <div className={styles.line}>
        <AmountField
          label={t`Discount`}
          value={text}
          currency={currency}
          wrong={minor === undefined}
          onChange={setText}
        />
        {quick.map((one) => (
          <Button key={one} small onClick={() => setText(amountText(one, currency))}>
            −{money(one, currency)}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}
