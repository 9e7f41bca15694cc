import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { Field } from '../../ui/Field.tsx';

type Priority = 'normal' | 'high';

interface Props {
  readonly value: Priority;
  readonly onChange: (value: Priority) => void;
}

/** How pressing a task is. */
export function PriorityField({ value, onChange }: Props) {
  const { t } = useLingui();
  return (
    <Field label={t({ message: 'Priority', context: 'task' })}>
      {({ id }) => (
        <Select
          id={id}
          value={value}
          onChange={onChange}
          options={[
            { value: 'normal', label: t({ message: 'Normal', context: 'task' }) },
            { value: 'high', label: t({ message: 'High', context: 'task' }) },
          ]}
        />
      )}
    </Field>
  );
}
