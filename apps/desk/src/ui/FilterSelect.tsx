import { Select } from 'antd';
import type { ReactNode } from 'react';
import styles from './FilterSelect.module.css';

interface Props {
  /** What is chosen; undefined: no filter. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** Name of the filter; also what stands there while nothing is chosen. */
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: ReactNode }[];
  readonly width?: number;
}

/** One filter of a list; empty means everything. */
export const FilterSelect = ({ value, onChange, name, options, width = 112 }: Props) => (
  <Select
    className={styles.filter}
    style={{ width }}
    popupMatchSelectWidth={false}
    allowClear
    aria-label={name}
    placeholder={name}
    value={value ?? null}
    onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
    options={[...options]}
  />
);
