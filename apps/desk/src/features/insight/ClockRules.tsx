import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { Field } from '../../ui/Field.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { RuleChoice, type RuleParts, type Rules } from './RuleChoice.tsx';

/** What an answer is, and how long it took: from when the clock runs, what stops it, when it rests. */
export function ClockRules({ rules, may, set }: RuleParts) {
  const { t } = useLingui();
  return (
    <>
      <RuleChoice
        label={t`The clock starts`}
        may={may}
        value={rules.start}
        onChange={(start) => set({ start })}
        words={{
          first_message: t`with the buyer’s first message`,
          handover: t`anew when a robot hands over`,
          assignment: t`when the person gets it`,
        }}
      />
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
      <RuleChoice
        label={t`While closed`}
        may={may}
        value={rules.calendar}
        onChange={(calendar) => set({ calendar })}
        words={{ shop: t`the clock rests`, always: t`the clock runs on` }}
      />
      <HoursChoice rules={rules} may={may} set={set} />
      <NumberField
        label={t`In time within`}
        disabled={!may}
        min={1}
        max={86_400}
        value={rules.thresholdSeconds}
        unit={t`s`}
        onChange={(value) => value && set({ thresholdSeconds: value })}
      />
    </>
  );
}

/** Between which hours a question must have been asked; what is kept can be chosen although it is none of the usual. */
function HoursChoice({ rules: { window: hours }, may, set }: RuleParts) {
  const { t } = useLingui();
  const kept = hours ? `${hours.from}-${hours.until}` : '';
  const spans = [...new Set(['08:00-23:00', '09:00-23:00', ...(kept ? [kept] : [])])];
  return (
    <RuleChoice
      label={t`Counts questions asked`}
      may={may}
      value={kept}
      onChange={(span) => {
        const [from = '', until = ''] = span.split('-');
        set({ window: span === '' ? null : { from, until } });
      }}
      words={{
        '': t`at any hour`,
        ...Object.fromEntries(spans.map((span) => [span, span.replace('-', '–')])),
      }}
    />
  );
}
