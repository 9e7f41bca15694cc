import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useSelf } from '../lib/session.tsx';
import { Field } from './Field.tsx';

interface Props<Value> {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Widest the field may get. */
  readonly width?: number;
}

const optionsOf = (shops: readonly { id: string; name: string }[]) =>
  shops.map(({ id, name }) => ({ value: id, label: name }));

/** For which shops something holds; none named means all of them. Silent where there is only one. */
export function ShopsField({ value, onChange, width }: Props<string[]>) {
  const { t } = useLingui();
  const { shops } = useSelf();
  if (shops.length < 2) return null;
  return (
    <Field label={t`Shops`} {...(width ? { width } : {})}>
      {(field) => (
        <Select
          {...field}
          mode="multiple"
          allowClear
          placeholder={t`All shops`}
          value={value}
          onChange={onChange}
          options={optionsOf(shops)}
          optionFilterProp="label"
        />
      )}
    </Field>
  );
}

/** Which shop it is about. Silent where there is only one. */
export function ShopField({ value, onChange, width, label }: Props<string> & { label: ReactNode }) {
  const { shops } = useSelf();
  if (shops.length < 2) return null;
  return (
    <Field label={label} {...(width ? { width } : {})}>
      {(field) => (
        <Select {...field} value={value} onChange={onChange} options={optionsOf(shops)} />
      )}
    </Field>
  );
}
