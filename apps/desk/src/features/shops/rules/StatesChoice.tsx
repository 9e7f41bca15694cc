import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import type { FieldProps } from '../../../ui/Field.tsx';
import { statuses, statusWords } from '../../orders/orders.words.ts';
import type { Status } from './rules.types.ts';

interface Props {
  readonly field: FieldProps;
  readonly value: readonly Status[] | undefined;
  readonly onChange: (states: Status[]) => void;
}

/** The statuses of an order in which something is allowed; none: never. */
export function StatesChoice({ field, value = [], onChange }: Props) {
  const { t, i18n } = useLingui();
  return (
    <Select<Status[]>
      {...field}
      mode="multiple"
      showSearch={false}
      placeholder={t`Never`}
      value={statuses.filter((status) => value.includes(status))}
      onChange={onChange}
      options={statuses.map((status) => ({ value: status, label: i18n._(statusWords[status]) }))}
    />
  );
}
