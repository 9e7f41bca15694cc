import type { automation } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { InputNumber, Select } from 'antd';
import { useState } from 'react';
import styles from './automation.module.css';
import type { ClauseProps } from './clause.props.ts';
import { delayOf, everyMorning, unitMinutes } from './rule.rules.ts';
import { triggerWords } from './rule.words.ts';
import { ScheduleFields } from './ScheduleFields.tsx';

/** What sets a rule off, and how long after; or at which time of which days. */
export function WhenClause({ definition, onChange }: ClauseProps) {
  const { t, i18n } = useLingui();
  const { value, unit } = delayOf(definition.delayMinutes);
  const [shownUnit, setUnit] = useState(unit);
  const triggers = Object.keys(triggerWords) as automation.RuleTrigger[];
  const amount = definition.delayMinutes / unitMinutes[shownUnit];
  const units = [
    { value: 'minutes', label: t({ message: 'minutes', context: 'rule' }) },
    { value: 'hours', label: t({ message: 'hours', context: 'rule' }) },
    { value: 'days', label: t({ message: 'days', context: 'rule' }) },
  ] as const;
  const choose = (trigger: automation.RuleTrigger) =>
    onChange({
      trigger,
      schedule: trigger === 'schedule' ? (definition.schedule ?? everyMorning) : null,
    });
  return (
    <div className={styles.clause}>
      <span>{t({ message: 'When', context: 'rule' })}</span>
      <Select
        aria-label={t`What sets it off`}
        popupMatchSelectWidth={false}
        showSearch={{ optionFilterProp: 'label' }}
        value={definition.trigger}
        onChange={choose}
        options={triggers.map((one) => ({ value: one, label: i18n._(triggerWords[one]) }))}
      />
      {definition.schedule ? (
        <ScheduleFields definition={definition} onChange={onChange} />
      ) : (
        <>
          <span>{t({ message: 'after', context: 'rule' })}</span>
          <InputNumber
            aria-label={t`How long after`}
            min={0}
            value={Number.isInteger(amount) ? amount : value}
            onChange={(next) =>
              onChange({ delayMinutes: Math.round(Number(next ?? 0)) * unitMinutes[shownUnit] })
            }
          />
          <Select
            aria-label={t`Unit of time`}
            value={shownUnit}
            onChange={(next) => {
              setUnit(next);
              onChange({ delayMinutes: amount * unitMinutes[next] });
            }}
            options={[...units]}
          />
        </>
      )}
    </div>
  );
}
