import { parcels } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select, Switch } from 'antd';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import styles from './parcels.module.css';

type Settings = parcels.ParcelSettingsShape;

/** From when a parcel of a shop needs a hand, and what a delivery means. */
export function ParcelSettingsForm({ shopId, editable }: { shopId: string; editable: boolean }) {
  const { t } = useLingui();
  const kept = useReply(parcels.getParcelSettings, { shopId });
  const [change, setChange] = useState<Partial<Settings>>({});
  const save = useAct(parcels.updateParcelSettings, () => {
    setChange({});
    refresh(parcels.getParcelSettings);
  });
  if (kept.error) return <Refusal refusal={kept.error} />;
  if (!kept.data) return <Lines count={5} />;
  const now = { ...kept.data, ...change };
  const numbers = [
    ['collectHours', t`Picked up by the carrier within`, t`hours`],
    ['wayHours', t`On the way, a step at least every`, t`hours`],
    ['cityHours', t`In the recipient's town at most`, t`hours`],
    ['deliveryHours', t`Out for delivery at most`, t`hours`],
    ['customsHours', t`In customs at most`, t`hours`],
    ['stationDays', t`At the pick-up point at most`, t`days`],
  ] as const;
  return (
    <>
      <Field label={t`Watch parcels of this shop`}>
        {({ id }) => (
          <span>
            <Switch
              id={id}
              disabled={!editable}
              checked={now.watch}
              onChange={(watch) => setChange({ ...change, watch })}
            />
          </span>
        )}
      </Field>
      <div className={styles.numbers}>
        {numbers.map(([name, label, unit]) => (
          <NumberField
            key={name}
            label={label}
            min={1}
            max={name === 'stationDays' ? 30 : 2160}
            unit={unit}
            disabled={!editable || !now.watch}
            value={now[name]}
            onChange={(value) => value && setChange({ ...change, [name]: value })}
          />
        ))}
      </div>
      <Field label={t`An order of your own shop counts as delivered when`}>
        {({ id }) => (
          <Select
            id={id}
            disabled={!editable}
            value={now.deliver}
            onChange={(deliver) => setChange({ ...change, deliver })}
            options={[
              { value: 'signed', label: t`it was signed for, also at a locker` },
              { value: 'in_person', label: t`a person signed for it` },
              { value: 'by_hand', label: t`a colleague confirms it` },
            ]}
          />
        )}
      </Field>
      <Refusal refusal={save.refusal} />
      <SaveBar
        changed={Object.keys(change).length > 0}
        busy={save.busy}
        onSave={() => void save.run({ shopId, ...change })}
        onForget={() => setChange({})}
      />
    </>
  );
}
