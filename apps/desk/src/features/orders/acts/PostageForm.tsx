import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, digitsOf, readAmount } from '../../../lib/amount.ts';
import { money } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { ActForm } from './ActForm.tsx';
import { AmountField } from './AmountField.tsx';
import { quickAmounts } from './act.rules.ts';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { useUndo } from './undo.ts';

/** Another postage: type it and press Enter; the usual ones are one click. */
export default function PostageForm(props: FormProps) {
  const { order } = props;
  const { t } = useLingui();
  const now = order.totals.postageMinor;
  const { currency } = order;
  const [text, setText] = useState(amountText(now, currency));
  const minor = readAmount(text, currency, now);
  const undo = useUndo(orders.changeOrderPostage, props);
  const quick = quickAmounts(now, [5, 10], 10 ** digitsOf(currency));
  const changed = minor !== undefined && minor !== now;
  return (
    <ActForm
      {...props}
      endpoint={orders.changeOrderPostage}
      title={t`Change postage`}
      act={t`Change postage`}
      fields={changed ? { postageMinor: minor } : undefined}
      tell={({ order: after }) => ({
        words: t`Postage is now ${money(after.totals.postageMinor, currency)}.`,
        undo: undo({ postageMinor: now }),
      })}
    >
      <div className={styles.line}>
        <AmountField
          label={t`Postage`}
          value={text}
          currency={currency}
          wrong={minor === undefined}
          onChange={setText}
        />
        {quick.map((one) => (
          <Button key={one} small onClick={() => setText(amountText(one, currency))}>
            {one === 0 ? t`Free` : `−${money(now - one, currency)}`}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}
