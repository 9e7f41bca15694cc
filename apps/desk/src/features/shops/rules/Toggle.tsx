import { Switch } from 'antd';
import type { ReactNode } from 'react';
import { Field } from '../../../ui/Field.tsx';

interface Props {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** Yes or no. */
export const Toggle = ({ label, hint, value, onChange }: Props) => (
  <Field label={label} hint={hint}>
    {({ id }) => (
      <div>
        <Switch id={id} checked={value} onChange={onChange} />
      </div>
    )}
  </Field>
);
