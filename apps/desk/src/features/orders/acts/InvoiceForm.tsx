import { type InputOf, orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { ActForm } from './ActForm.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { Choice } from './Choice.tsx';

type Kind = InputOf<typeof orders.requestInvoice>['kind'];

/** An invoice for what was paid; a second one replaces the first, which stays in the history. */
export default function InvoiceForm(props: FormProps) {
  const { t } = useLingui();
  const again = !props.order.can.includes('requestInvoice');
  const [kind, setKind] = useState<Kind>('personal');
  const [title, setTitle] = useState(props.order.buyerName);
  const [taxNumber, setTaxNumber] = useState('');
  const [email, setEmail] = useState('');
  const filled = title.trim() !== '' && (kind === 'personal' || taxNumber.trim() !== '');
  const fields = {
    kind,
    title: title.trim(),
    ...(kind === 'personal' ? {} : { taxNumber: taxNumber.trim() }),
    ...(email.trim() ? { email: email.trim() } : {}),
  };
  const kinds: Record<Kind, string> = {
    personal: t`Person`,
    company: t`Company`,
    special: t`Special VAT invoice`,
  };
  return (
    <ActForm
      {...props}
      endpoint={again ? orders.reissueInvoice : orders.requestInvoice}
      title={again ? t`Issue the invoice again` : t`Request an invoice`}
      act={again ? t`Issue again` : t`Request`}
      fields={filled ? fields : undefined}
      tell={() => ({
        words: again ? t`The invoice is issued again.` : t`The invoice is requested.`,
      })}
      outcome={() => null}
    >
      <Choice
        label={t`Made out to a`}
        value={kind}
        onChange={(next) => setKind(next as Kind)}
        options={(Object.keys(kinds) as Kind[]).map((one) => ({ value: one, label: kinds[one] }))}
      />
      <div className={styles.grid}>
        <Text label={t`Title`} value={title} onChange={setTitle} />
        {kind !== 'personal' && (
          <Text label={t`Tax number`} value={taxNumber} onChange={setTaxNumber} />
        )}
        <Text label={t`E-mail`} value={email} onChange={setEmail} />
      </div>
    </ActForm>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Text = ({ label, value, onChange }: TextProps) => (
  <label>
    {label}
    <input value={value} maxLength={200} onChange={(event) => onChange(event.target.value)} />
  </label>
);
