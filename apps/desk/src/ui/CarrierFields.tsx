import { parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useId } from 'react';
import { useReply } from '../lib/query.ts';
import { useMay } from '../lib/session.tsx';
import styles from './CarrierFields.module.css';

/** A parcel as it is typed in. */
export interface ParcelText {
  readonly carrier: string;
  readonly number: string;
}

interface Props {
  readonly value: ParcelText;
  readonly onChange: (value: ParcelText) => void;
  /** Of the parcel; its usual carriers come first. */
  readonly shopId: string;
}

/** 顺丰, 顺丰速运 and 顺丰快递 are one carrier to people. */
const isSame = (name: string, chosen: string): boolean =>
  chosen !== '' && chosen.toLowerCase().startsWith(name.slice(0, 2).toLowerCase());

/** Carrier and number of a parcel. Who the number looks like is offered; what somebody chose stays. */
export function CarrierFields({ value, onChange, shopId }: Props) {
  const { t } = useLingui();
  const list = useId();
  const number = useDeferredValue(value.number.trim());
  const input = { shopId, ...(number.length > 5 ? { number } : {}) };
  const { data } = useReply(parcels.listCarriers, input, { when: useMay('orders.read') });
  const items = data?.items ?? [];
  const chosen = value.carrier.trim();
  const offered = items.filter(({ fits, name }) => fits && !isSame(name, chosen));
  return (
    <>
      <div className={styles.fields}>
        <label>
          {t`Tracking number`}
          <input
            value={value.number}
            maxLength={60}
            spellCheck={false}
            autoComplete="off"
            onChange={({ target }) => onChange({ ...value, number: target.value })}
          />
        </label>
        <label>
          {t`Carrier`}
          <input
            list={list}
            value={value.carrier}
            maxLength={60}
            onChange={({ target }) => onChange({ ...value, carrier: target.value })}
          />
        </label>
        <datalist id={list}>
          {items.map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
      </div>
      {offered.length > 0 && (
        <p className={styles.offered} aria-live="polite">
          {t`By its number:`}
          {offered.slice(0, 3).map(({ code, name }) => (
            <button key={code} type="button" onClick={() => onChange({ ...value, carrier: name })}>
              {name}
            </button>
          ))}
        </p>
      )}
    </>
  );
}
