import { insight } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { ClockRules } from './ClockRules.tsx';
import { CountRules } from './CountRules.tsx';
import type { Catalogue } from './figure.rules.ts';
import styles from './insight.module.css';
import type { RuleParts, Rules } from './RuleChoice.tsx';
import { rulesOf } from './rules.ts';

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
  const parts: RuleParts = {
    rules,
    may,
    set: (part) => setChanged({ ...changed, ...part }),
  };
  const touched = Object.keys(changed).length > 0;
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
      <ClockRules {...parts} />
      <CountRules {...parts} />
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
            disabled={!touched}
            onClick={() => void save.run({ profileId: id, validFrom: from, rules })}
          >
            {t`Set these rules`}
          </Button>
          {touched && <Button onClick={() => setChanged({})}>{t`Undo`}</Button>}
        </div>
      )}
      <Refusal refusal={save.refusal} />
    </div>
  );
}
