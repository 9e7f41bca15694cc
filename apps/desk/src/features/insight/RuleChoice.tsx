import type { insight, Static } from '@guitai/contract';
import { Select } from 'antd';
import { Field } from '../../ui/Field.tsx';

export type Rules = Static<typeof insight.ProfileRules>;

/** What every part of a profile's form needs. */
export interface RuleParts {
  readonly rules: Rules;
  readonly may: boolean;
  readonly set: (part: Partial<Rules>) => void;
}

interface Props<T extends string> {
  readonly label: string;
  readonly may: boolean;
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** What can be chosen, in this order. */
  readonly words: Readonly<Record<T, string>>;
}

/** A rule that is one of a few words. */
export function RuleChoice<T extends string>({ label, may, value, onChange, words }: Props<T>) {
  return (
    <Field label={label}>
      {(field) => (
        <Select
          {...field}
          disabled={!may}
          value={value}
          onChange={onChange}
          options={Object.entries<string>(words).map(([one, said]) => ({
            value: one,
            label: said,
          }))}
        />
      )}
    </Field>
  );
}
