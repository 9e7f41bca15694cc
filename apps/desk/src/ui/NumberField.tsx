import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { Field } from './Field.tsx';

interface Props {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** Of the arrows; numbers are whole unless it is smaller than one. */
  readonly step?: number;
  readonly unit?: string | undefined;
  readonly disabled?: boolean;
  /** Null: emptied. */
  readonly onChange: (value: number | null) => void;
}

/** A number under its label. */
export const NumberField = ({ label, hint, step = 1, unit, ...rest }: Props) => (
  <Field label={label} hint={hint}>
    {(field) => (
      <InputNumber<number>
        {...field}
        {...rest}
        {...(step < 1 ? { step } : { step, precision: 0 })}
        suffix={unit}
      />
    )}
  </Field>
);
