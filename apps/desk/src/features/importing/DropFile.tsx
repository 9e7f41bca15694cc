import { useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { fileSize } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './importing.module.css';

interface Props {
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
}

/** A place to drop a file, or to choose one. */
export function DropFile({ file, onFile }: Props) {
  const { t } = useLingui();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first) onFile(first);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the second way; the button is the first
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.json,.jsonl,.ndjson,.txt,.md,text/csv,application/json"
        onChange={(event) => take(event.target.files)}
      />
      <Icon name={file ? 'file' : 'import'} size={22} />
      {file ? (
        <span className={styles.fileName}>
          <b>{file.name}</b> <small>{fileSize(file.size)}</small>
        </span>
      ) : (
        <span>{t`Drop a CSV or JSON file here`}</span>
      )}
      <Button look={file ? 'line' : 'main'} onClick={() => input.current?.click()}>
        {file ? t`Another file` : t`Choose a file`}
      </Button>
    </div>
  );
}
