import { payments } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { PaymentList } from '../../features/payments/PaymentList.tsx';
import { onLiveEvent } from '../../lib/live.ts';
import { refresh } from '../../lib/query.ts';
import { PageHead } from '../../ui/PageHead.tsx';

/** What was paid, how, and what became of every refund. */
export default function PaymentsPlace() {
  const { t } = useLingui();
  useEffect(
    () =>
      onLiveEvent(({ type }) => {
        if (/^(payment|refund)\./.test(type)) refresh(payments.listPayments);
      }),
    [],
  );
  return (
    <>
      <PageHead
        title={t`Payments`}
        lead={t`Money that came in and went back. What nobody knows yet stands first; it is asked after by itself.`}
        back="/settings"
        backWhenNarrow
      />
      <PaymentList />
    </>
  );
}
