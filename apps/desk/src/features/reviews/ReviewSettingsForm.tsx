import { reviews } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Switch } from 'antd';
import { useState } from 'react';
import { refresh, useAct, useReply } from '../../lib/query.ts';
import { Field } from '../../ui/Field.tsx';
import { Lines } from '../../ui/Lines.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import styles from './reviews.module.css';

type Settings = reviews.ReviewSettingsShape;

/** How a shop deals with reviews: when they can be written, and from when somebody has to answer. */
export function ReviewSettingsForm({ shopId }: { shopId: string }) {
  const { t } = useLingui();
  const kept = useReply(reviews.getReviewSettings, { shopId });
  const [change, setChange] = useState<Partial<Settings>>({});
  const save = useAct(reviews.setReviewSettings, () => {
    setChange({});
    refresh(reviews.getReviewSettings);
  });
  if (kept.error) return <Refusal refusal={kept.error} />;
  if (!kept.data) return <Lines count={5} />;
  const { can, shopId: _shop, ...settings } = kept.data;
  const now: Settings = { ...settings, ...change };
  const locked = !can.includes('setReviewSettings');
  const days = t({ message: 'days', context: 'review' });
  const numbers = [
    ['windowDays', 1, 730, t`A review can be written after receipt within`, days],
    ['amendDays', 0, 365, t`It can be amended once within`, days],
    ['picturesMax', 0, 9, t`Pictures at most`, undefined],
    ['badAt', 0, 4, t`Needs an answer at so many stars or fewer`, '★'],
    ['taskHours', 1, 240, t`Its task is due within`, t({ message: 'hours', context: 'review' })],
  ] as const;
  const switches = [
    ['open', t`Buyers can review in the built-in shop`],
    ['badWords', t`Words of strong displeasure need an answer, too`],
  ] as const;
  return (
    <div className={styles.settings}>
      {switches.map(([name, label]) => (
        <Field key={name} label={label}>
          {({ id }) => (
            <span>
              <Switch
                id={id}
                disabled={locked}
                checked={now[name]}
                onChange={(value) => setChange({ ...change, [name]: value })}
              />
            </span>
          )}
        </Field>
      ))}
      {numbers.map(([name, min, max, label, unit]) => (
        <NumberField
          key={name}
          label={label}
          min={min}
          max={max}
          unit={unit}
          disabled={locked}
          value={now[name]}
          onChange={(value) => value !== null && setChange({ ...change, [name]: value })}
        />
      ))}
      <Refusal refusal={save.refusal} />
      <SaveBar
        changed={Object.keys(change).length > 0}
        busy={save.busy}
        onSave={() => void save.run({ shopId, ...now })}
        onForget={() => setChange({})}
      />
    </div>
  );
}
