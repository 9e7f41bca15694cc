import { type InputOf, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { amountText, readAmount } from '../../../lib/amount.ts';
import { money } from '../../../lib/format.ts';
import { paymentWords } from '../orders.words.ts';
import { ActForm } from './ActForm.tsx';
import { AmountField } from './AmountField.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { Choice } from './Choice.tsx';

type Kind = InputOf<typeof orders.markOrderPaid>['kind'];
const kinds: readonly Kind[] = ['bank_card', 'cash', 'other'];

/** Money that came in outside of a gateway: cash, a bank transfer. */
export default function PaidForm(props: FormProps) {
  const { order } = props;
  const { t, i18n } = useLingui();
  const due = order.totals.dueMinor;
  const [kind, setKind] = useState<Kind>('bank_card');
  const [text, setText] = useState(amountText(due, order.currency));
  const [reference, setReference] = useState('');
  const minor = readAmount(text, order.currency, due);
  const fits = minor !== undefined && minor > 0 && minor <= due;
  return (
    <ActForm
      {...props}
      endpoint={orders.markOrderPaid}
      title={t`Money came in`}
      act={t`Book the payment`}
      fields={
        fits && reference.trim() !== ''
          ? { kind, amountMinor: minor, reference: reference.trim() }
          : undefined
      }
      tell={() => ({ words: t`${money(minor ?? 0, order.currency)} is booked as paid.` })}
      outcome={() => null}
    >
      <div className={styles.line}>
        <AmountField
          label={t`Amount paid`}
          value={text}
          currency={order.currency}
          wrong={!fits}
          onChange={setText}
        />
        <small>{t`of ${money(due, order.currency)} due`}</small>
      </div>
      <Choice
        label={t`Paid by`}
        value={kind}
        onChange={(next) => setKind(next as Kind)}
        options={kinds.map((value) => ({ value, label: i18n._(paymentWords[value]) }))}
      />
      <div className={styles.grid}>
        <label>
          {t`Number of the transfer or receipt`}
          <input
            value={reference}
            maxLength={100}
            onChange={(event) => setReference(event.target.value)}
          />
        </label>
      </div>
    </ActForm>
  );
}
