import { payments } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { usePages } from '../../lib/pages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { FilterSelect } from '../../ui/FilterSelect.tsx';
import { PagedRows } from '../../ui/PagedRows.tsx';
import { PaymentRow } from './PaymentRow.tsx';

type Shown = 'open' | 'unknown' | 'failed' | 'done';

/** Money in and out of every order: what nobody knows first, then what waits. */
export function PaymentList() {
  const { t } = useLingui();
  const [state, setState] = useState<Shown>();
  const pages = usePages(payments.listPayments, { limit: 50, ...(state ? { state } : {}) });
  const options: { value: Shown; label: string }[] = [
    { value: 'open', label: t({ message: 'Not settled', context: 'payment' }) },
    { value: 'unknown', label: t({ message: 'Unknown', context: 'payment' }) },
    { value: 'failed', label: t({ message: 'Failed', context: 'payment' }) },
    { value: 'done', label: t({ message: 'Done', context: 'payment' }) },
  ];
  return (
    <section aria-label={t`Payments`}>
      <p>
        <FilterSelect
          name={t({ message: 'State', context: 'payment' })}
          value={state}
          onChange={(next) => setState(next as Shown | undefined)}
          options={options}
          width={140}
        />
      </p>
      <PagedRows
        pages={pages}
        label={t`Payments`}
        empty={<Empty>{state ? t`Nothing stands like this.` : t`No money has moved yet.`}</Empty>}
      >
        {(row) => <PaymentRow key={row.id} row={row} />}
      </PagedRows>
    </section>
  );
}
