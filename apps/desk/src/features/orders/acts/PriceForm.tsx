import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, readAmount } from '../../../lib/amount.ts';
import { money } from '../../../lib/format.ts';
import { ActForm } from './ActForm.tsx';
import { AmountField } from './AmountField.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { LineChoice } from './LineChoice.tsx';
import { useUndo } from './undo.ts';

/** Another price for one piece of a line. */
export default function PriceForm(props: FormProps) {
  const { order } = props;
  const { t } = useLingui();
  const { currency, lines } = order;
  const [lineNo, setLineNo] = useState(lines[0]?.no ?? 1);
  const line = lines.find(({ no }) => no === lineNo);
  const now = line?.unitMinor ?? 0;
  const [text, setText] = useState(amountText(now, currency));
  const minor = readAmount(text, currency, now);
  const undo = useUndo(orders.changeLinePrice, props);
  const changed = minor !== undefined && minor !== now;
  const choose = (no: number) => {
    setLineNo(no);
    setText(amountText(lines.find((one) => one.no === no)?.unitMinor ?? 0, currency));
  };
  return (
    <ActForm
      {...props}
      endpoint={orders.changeLinePrice}
      title={t`Change a price`}
      act={t`Change the price`}
      fields={changed ? { lineNo, unitMinor: minor } : undefined}
      tell={() => ({
        words: t`One piece now costs ${money(minor ?? now, currency)}.`,
        undo: undo({ lineNo, unitMinor: now }),
      })}
    >
      {lines.length > 1 && <LineChoice order={order} value={lineNo} onChange={choose} />}
      <div className={styles.line}>
        <AmountField
          key={lineNo}
          label={t`Price of one piece`}
          value={text}
          currency={currency}
          wrong={minor === undefined}
          onChange={setText}
        />
        {line && line.quantity > 1 && <small>× {line.quantity}</small>}
      </div>
    </ActForm>
  );
}
