import { orders, payments } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';

/** Says what became of money that no gateway moves. */
export function SettleForm({ row, onDone }: { row: payments.PaymentRowShape; onDone: () => void }) {
  const { t } = useLingui();
  const [note, setNote] = useState('');
  const settle = useAct(payments.settleRefundByHand, () => {
    refresh(payments.listPayments, orders.getOrder);
    onDone();
  });
  const say = (state: 'done' | 'failed') =>
    void settle.run({ orderId: row.orderId, key: row.id, state, note: note.trim() });
  const empty = note.trim() === '';
  return (
    <>
      <Field label={t`How, e.g. the number of the transfer, or why not`}>
        {(props) => (
          <input
            {...props}
            maxLength={300}
            value={note}
            onChange={(e) => setNote(e.target.value)}
          />
        )}
      </Field>
      <Refusal refusal={settle.refusal} onClose={settle.reset} />
      <Button small look="main" busy={settle.busy} disabled={empty} onClick={() => say('done')}>
        {t`It was paid out`}
      </Button>{' '}
      <Button small busy={settle.busy} disabled={empty} onClick={() => say('failed')}>
        {t`It could not be paid out`}
      </Button>
    </>
  );
}
