import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import type { FieldProps } from '../../../ui/Field.tsx';
import { knownReasons, reasonWord } from '../../orders/acts/reason.words.ts';
import { reasonsOf } from './reasons.rules.ts';
import type { Reason } from './rules.types.ts';

interface Props {
  readonly field: FieldProps;
  readonly value: readonly Reason[];
  readonly onChange: (reasons: Reason[]) => void;
}

/** The reasons people choose from: those the product knows, and the shop's own in its own words. */
export function ReasonsChoice({ field, value, onChange }: Props) {
  const { t, i18n } = useLingui();
  const codes = [...new Set([...value.map((reason) => reason.code), ...knownReasons])];
  const wordOf = (code: string) =>
    value.find((reason) => reason.code === code)?.text || reasonWord(code, i18n);
  return (
    <Select<string[]>
      {...field}
      mode="tags"
      maxCount={50}
      placeholder={t`Any reason`}
      value={value.map((reason) => reason.code)}
      onChange={(chosen) => onChange(reasonsOf(chosen, value, knownReasons))}
      options={codes.map((code) => ({ value: code, label: wordOf(code) }))}
      optionFilterProp="label"
    />
  );
}
