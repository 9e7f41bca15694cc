import { insight, type Static } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import type { Catalogue } from './figure.rules.ts';
import styles from './insight.module.css';
import { rulesOf } from './rules.ts';

type Rules = Static<typeof insight.ProfileRules>;

interface Props {
  readonly profiles: Catalogue['profiles'];
  readonly start: string;
  readonly may: boolean;
}

const today = () => new Date().toISOString().slice(0, 10);

/** One profile's rules, to be changed from a day on. */
export function ProfileForm({ profiles, start, may }: Props) {
  const { t } = useLingui();
  const [id, setId] = useState(start);
  const [changed, setChanged] = useState<Partial<Rules>>({});
  const [from, setFrom] = useState(today);
  const save = useAct(insight.setProfileRules, () => {
    setChanged({});
    refresh(
      insight.listMetrics,
      insight.getReport,
      insight.listPeopleFigures,
      insight.listBreakdown,
    );
  });
  const profile = profiles.find((one) => one.id === id);
  const kept = profile && rulesOf(profile, from);
  if (!profile || !kept) return null;
  const rules: Rules = { ...kept, ...changed };
  const set = (part: Partial<Rules>) => setChanged({ ...changed, ...part });
  const { window: hours } = rules;
  return (
    <div className={styles.rules}>
      <Field label={t`Profile`}>
        {(field) => (
          <Select
            {...field}
            value={id}
            onChange={(next: string) => {
              setId(next);
              setChanged({});
            }}
            options={profiles.map(({ id: value, name }) => ({ value, label: name }))}
          />
        )}
      </Field>
      <Field label={t`The clock starts`}>
        {(field) => (
          <Select
            {...field}
            disabled={!may}
            value={rules.start}
            onChange={(value: Rules['start']) => set({ start: value })}
            options={[
              { value: 'first_message', label: t`with the buyer’s first message` },
              { value: 'handover', label: t`anew when a robot hands over` },
              { value: 'assignment', label: t`when the person gets it` },
            ]}
          />
        )}
      </Field>
      <Field label={t`Stopped by`}>
        {(field) => (
          <Select
            {...field}
            mode="multiple"
            disabled={!may}
            value={rules.stops}
            onChange={(stops: Rules['stops']) => stops.length > 0 && set({ stops })}
            options={[
              { value: 'human', label: t`people` },
              { value: 'assist', label: t`people with a robot’s draft` },
              { value: 'ai', label: t`answering robots` },
              { value: 'automation', label: t`automatic messages` },
              { value: 'echo', label: t`other systems` },
            ]}
          />
        )}
      </Field>
      <Field label={t`While closed`}>
        {(field) => (
          <Select
            {...field}
            disabled={!may}
            value={rules.calendar}
            onChange={(calendar: Rules['calendar']) => set({ calendar })}
            options={[
              { value: 'shop', label: t`the clock rests` },
              { value: 'always', label: t`the clock runs on` },
            ]}
          />
        )}
      </Field>
      <Field label={t`Counts questions asked`}>
        {(field) => (
          <Select
            {...field}
            disabled={!may}
            value={hours ? `${hours.from}-${hours.until}` : ''}
            onChange={(value: string) => {
              const [begin = '', until = ''] = value.split('-');
              set({ window: value === '' ? null : { from: begin, until } });
            }}
            options={[
              '',
              '08:00-23:00',
              '09:00-23:00',
              ...(hours ? [`${hours.from}-${hours.until}`] : []),
            ]
              .filter((value, n, all) => all.indexOf(value) === n)
              .map((value) => ({
                value,
                label: value === '' ? t`at any hour` : value.replace('-', '–'),
              }))}
          />
        )}
      </Field>
      <NumberField
        label={t`In time within`}
        disabled={!may}
        min={1}
        max={86_400}
        value={rules.thresholdSeconds}
        unit={t`s`}
        onChange={(value) => value && set({ thresholdSeconds: value })}
      />
      <Field label={t`Rate of`}>
        {(field) => (
          <Select
            {...field}
            disabled={!may}
            value={rules.per}
            onChange={(per: Rules['per']) => set({ per })}
            options={[
              { value: 'round', label: t`rounds` },
              { value: 'session', label: t`sessions, by their first answer` },
              { value: 'strict_session', label: t`sessions, every round in time` },
            ]}
          />
        )}
      </Field>
      <Field label={t`Closed without an answer by a person`}>
        {(field) => (
          <Select
            {...field}
            disabled={!may}
            value={rules.dismissed}
            onChange={(dismissed: Rules['dismissed']) => set({ dismissed })}
            options={[
              { value: 'excluded', label: t`does not count` },
              { value: 'missed', label: t`is a miss` },
            ]}
          />
        )}
      </Field>
      <NumberField
        label={t`An order counts for the enquiry within`}
        disabled={!may}
        min={1}
        max={360}
        value={rules.convertHours}
        unit={t`h`}
        onChange={(value) => value && set({ convertHours: value })}
      />
      <Field label={t`Credit for what came of an enquiry`}>
        {(field) => (
          <Select
            {...field}
            disabled={!may}
            value={rules.credit ?? 'last_sku'}
            onChange={(credit: NonNullable<Rules['credit']>) => set({ credit })}
            options={[
              { value: 'last_sku', label: t`who last served the product` },
              { value: 'last_shop', label: t`who spoke last in the shop` },
              { value: 'first', label: t`who first served the product` },
              { value: 'even', label: t`all who served it, alike` },
              { value: 'rounds', label: t`all who served it, by rounds` },
            ]}
          />
        )}
      </Field>
      <NumberField
        label={t`Fewest facts to be ranked`}
        disabled={!may}
        min={1}
        max={100_000}
        value={rules.minSample}
        onChange={(value) => value && set({ minSample: value })}
      />
      {may && (
        <div className={styles.acts}>
          <span className={styles.days}>
            {t`In force from`}
            <input
              type="date"
              aria-label={t`Rules hold from`}
              value={from}
              onChange={({ target }) => target.value && setFrom(target.value)}
            />
          </span>
          <Button
            look="main"
            busy={save.busy}
            disabled={Object.keys(changed).length === 0}
            onClick={() => void save.run({ profileId: id, validFrom: from, rules })}
          >
            {t`Set these rules`}
          </Button>
          {Object.keys(changed).length > 0 && (
            <Button onClick={() => setChanged({})}>{t`Undo`}</Button>
          )}
        </div>
      )}
      <Refusal refusal={save.refusal} />
    </div>
  );
}
