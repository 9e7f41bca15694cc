import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useState } from 'react';
import type { FieldProps } from '../../ui/Field.tsx';
import styles from './channel.module.css';
import { originOf } from './origins.rules.ts';

interface Props {
  readonly field: FieldProps;
  readonly value: readonly string[];
  readonly onChange: (origins: string[]) => void;
}

/** Sites that may carry the chat; what is typed is made an exact origin, what is none is said. */
export function Origins({ field, value, onChange }: Props) {
  const { t } = useLingui();
  const [wrong, setWrong] = useState('');
  const change = (typed: string[]) => {
    const read = typed.map((text) => originOf(text));
    setWrong(typed.find((_, at) => read[at] === undefined) ?? '');
    onChange([...new Set(read.filter((one) => one !== undefined))]);
  };
  return (
    <>
      <Select
        {...field}
        mode="tags"
        open={false}
        suffixIcon={null}
        maxCount={50}
        tokenSeparators={[',', ' ', '，', '、']}
        placeholder="shop.example"
        value={[...value]}
        onChange={change}
      />
      {wrong && (
        <p className={styles.wrong} role="alert">
          {t`“${wrong}” is not a domain. Write it like shop.example, without a path.`}
        </p>
      )}
    </>
  );
}
