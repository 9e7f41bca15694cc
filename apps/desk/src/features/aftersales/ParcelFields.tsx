import { useLingui } from '@lingui/react/macro';
import acts from '../orders/acts/acts.module.css';

export interface ParcelText {
  readonly carrier: string;
  readonly number: string;
}

export const noParcel: ParcelText = { carrier: '', number: '' };

/** Whether carrier and number can be a parcel. */
export const isParcel = ({ carrier, number }: ParcelText): boolean =>
  carrier.trim() !== '' && number.trim().length >= 4;

/** Carrier and number of a parcel. */
export function ParcelFields({
  value,
  onChange,
}: {
  value: ParcelText;
  onChange: (value: ParcelText) => void;
}) {
  const { t } = useLingui();
  return (
    <div className={acts.grid}>
      <label>
        {t`Carrier`}
        <input
          value={value.carrier}
          maxLength={60}
          onChange={(event) => onChange({ ...value, carrier: event.target.value })}
        />
      </label>
      <label>
        {t`Number`}
        <input
          value={value.number}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, number: event.target.value })}
        />
      </label>
    </div>
  );
}
