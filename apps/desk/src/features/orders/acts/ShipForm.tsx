import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { CarrierFields } from '../../../ui/CarrierFields.tsx';
import { ActForm } from './ActForm.tsx';
import type { FormProps } from './act.types.ts';
import { LinePicks } from './LinePicks.tsx';

/** Hands a parcel to the carrier: everything that has not left yet, or some of the lines. */
export default function ShipForm(props: FormProps) {
  const { order } = props;
  const { t } = useLingui();
  const known = order.parcels.at(-1)?.carrierName ?? '';
  const [parcel, setParcel] = useState({ carrier: known, number: '' });
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const sent = new Set(order.parcels.flatMap(({ lineNos }) => lineNos));
  const open = order.lines.filter(({ no }) => !sent.has(no));
  const going = open.filter(({ no }) => !kept.has(no));
  const lines = kept.size === 0 ? {} : { lines: going.map(({ no }) => ({ lineNo: no })) };
  const carrier = parcel.carrier.trim();
  const number = parcel.number.trim();
  const filled = carrier !== '' && number !== '' && going.length > 0;
  return (
    <ActForm
      {...props}
      endpoint={orders.shipOrder}
      title={t`Ship`}
      act={kept.size === 0 ? t`Ship` : t`Ship ${going.length} lines`}
      fields={filled ? { carrier, number, ...lines } : undefined}
      tell={() => ({ words: t`The parcel is on its way.` })}
      outcome={() => null}
    >
      <CarrierFields shopId={order.shopId} value={parcel} onChange={setParcel} />
      {open.length > 1 && (
        <LinePicks
          label={t`In this parcel`}
          lines={open}
          currency={order.currency}
          left={kept}
          onChange={setKept}
        />
      )}
    </ActForm>
  );
}
