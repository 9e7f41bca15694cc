import { aftersales } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, digitsOf, readAmount } from '../../lib/amount.ts';
import { money } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { ActForm } from '../orders/acts/ActForm.tsx';
import { AmountField } from '../orders/acts/AmountField.tsx';
import type { FormProps } from '../orders/acts/act.types.ts';
import acts from '../orders/acts/acts.module.css';

/** A small sum as a gesture; the usual ones are one click. */
export default function GoodwillForm(props: FormProps) {
  const { currency, totals } = props.order;
  const { t } = useLingui();
  const unit = 10 ** digitsOf(currency);
  const left = totals.paidMinor - totals.refundedMinor;
  const usual = [2, 5, 10].map((many) => many * unit).filter((minor) => minor <= left);
  const [text, setText] = useState(amountText(usual[1] ?? usual[0] ?? left, currency));
  const minor = readAmount(text, currency);
  const fits = minor !== undefined && minor > 0 && minor <= left;
  return (
    <ActForm
      {...props}
      endpoint={aftersales.payGoodwill}
      title={t`Goodwill payment`}
      act={fits ? t`Pay ${money(minor, currency)}` : t`Pay`}
      fields={fits ? { amountMinor: minor } : undefined}
      tell={() => ({ words: t`${money(minor ?? 0, currency)} went to the buyer.` })}
    >
      <div className={acts.line}>
        <AmountField
          label={t`Amount`}
          value={text}
          currency={currency}
          wrong={!fits}
          onChange={setText}
        />
        {usual.map((one) => (
          <Button key={one} small onClick={() => setText(amountText(one, currency))}>
            {money(one, currency)}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}
