import { orders } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useId, useState } from 'react';
import { ActForm } from './ActForm.tsx';
import type { FormProps } from './act.types.ts';
import styles from './acts.module.css';
import { LinePicks } from './LinePicks.tsx';

/** Carriers as people call them; any other can be typed. */
const carriers = [
  '顺丰速运',
  '中通快递',
  '圆通速递',
  '韵达快递',
  '申通快递',
  '京东物流',
  '邮政EMS',
  '极兔速递',
  'DHL',
  'UPS',
  'FedEx',
  'USPS',
];

/** Hands a parcel to the carrier: everything that has not left yet, or some of the lines. */
export default function ShipForm(props: FormProps) {
  const { order } = props;
  const { t } = useLingui();
  const list = useId();
  const known = order.parcels.at(-1)?.carrierName ?? '';
  const [carrier, setCarrier] = useState(known);
  const [number, setNumber] = useState('');
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const sent = new Set(order.parcels.flatMap(({ lineNos }) => lineNos));
  const open = order.lines.filter(({ no }) => !sent.has(no));
  const going = open.filter(({ no }) => !kept.has(no));
  const lines = kept.size === 0 ? {} : { lines: going.map(({ no }) => ({ lineNo: no })) };
  const filled = carrier.trim() !== '' && number.trim() !== '' && going.length > 0;
  return (
    <ActForm
      {...props}
      endpoint={orders.shipOrder}
      title={t`Ship`}
      act={kept.size === 0 ? t`Ship` : t`Ship ${going.length} lines`}
      fields={filled ? { carrier: carrier.trim(), number: number.trim(), ...lines } : undefined}
      tell={() => ({ words: t`The parcel is on its way.` })}
      outcome={() => null}
    >
      <div className={styles.grid}>
        <label>
          {t`Carrier`}
          <input
            list={list}
            value={carrier}
            maxLength={60}
            onChange={(event) => setCarrier(event.target.value)}
          />
        </label>
        <label>
          {t`Tracking number`}
          <input
            value={number}
            maxLength={60}
            spellCheck={false}
            onChange={(event) => setNumber(event.target.value)}
          />
        </label>
        <datalist id={list}>
          {carriers.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </div>
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
