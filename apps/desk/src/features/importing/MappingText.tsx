import { useLingui } from '@lingui/react/macro';
import { Input } from 'antd';
import { useState } from 'react';
import styles from './importing.module.css';
import type { Mapping } from './mapping.rules.ts';

interface Props {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** The mapping as its JSON text, for what the table cannot say: alternatives, joined fields, words. */
export function MappingText({ mapping, onChange }: Props) {
  const { t } = useLingui();
  const [text, setText] = useState(() => JSON.stringify(mapping, null, 2));
  const [fault, setFault] = useState(false);
  const change = (next: string) => {
    setText(next);
    const read = readMapping(next);
    setFault(!read);
    if (read) onChange(read);
  };
  return (
    <>
      <Input.TextArea
        aria-label={t`Mapping as JSON`}
        className={styles.text ?? ''}
        spellCheck={false}
        autoSize={{ minRows: 10, maxRows: 32 }}
        value={text}
        onChange={(event) => change(event.target.value)}
      />
      {fault && <p className={styles.fault} role="alert">{t`This is not JSON yet.`}</p>}
    </>
  );
}

function readMapping(text: string): Mapping | undefined {
  try {
    const read = JSON.parse(text) as Mapping;
    return typeof read === 'object' && read !== null && typeof read.fields === 'object'
      ? read
      : undefined;
  } catch {
    return undefined;
  }
}
