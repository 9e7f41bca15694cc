import { InputNumber } from 'antd';
import type { FieldProps } from '../../../ui/Field.tsx';
import styles from '../shop.module.css';

interface Props {
  readonly field: FieldProps;
  readonly unit: string;
  readonly value: number | null;
  /** What an empty field means; without it the field is never empty. */
  readonly empty?: string;
  readonly min?: number;
  readonly max?: number;
  readonly onChange: (value: number | null) => void;
}

/** A whole number with its unit; empty where there is no end. */
export const NumberChoice = ({
  field,
  unit,
  value,
  empty,
  min = 0,
  max = 3650,
  onChange,
}: Props) => (
  <div className={styles.number}>
    <InputNumber
      {...field}
      min={min}
      max={max}
      precision={0}
      placeholder={empty}
      value={value}
      onChange={(next) => (next !== null || empty) && onChange(next)}
    />
    <span className={styles.unit}>{value === null ? '' : unit}</span>
  </div>
);
