import { type ReplyOf, scripts } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import { api } from '../../lib/api.ts';
import { refresh, useAct } from '../../lib/query.ts';
import { Button } from '../../ui/Button.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import styles from './Library.module.css';
import { useNames } from './library-names.ts';
import type { Spot } from './tree.rules.ts';

/** The text of a file; Chinese programs still write GB 18030. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

type Result = ReplyOf<typeof scripts.importScripts>;

/** Scripts from a file of 千牛, 京东 or ours, and back into one. */
export function Transfer({ libraries }: { libraries: readonly Spot[] }) {
  const { t } = useLingui();
  const nameOf = useNames();
  const input = useRef<HTMLInputElement>(null);
  const [where, setWhere] = useState(libraries[0]?.key ?? 'own');
  const [text, setText] = useState('');
  const [tried, setTried] = useState<Result>();
  const run = useAct(scripts.importScripts, (result, given) => {
    setTried(result);
    if (given.dryRun) return;
    setText('');
    refresh(scripts.getScriptIndex);
  });
  const spot = libraries.find(({ key }) => key === where);
  const library = spot && { scope: spot.scope, ...(spot.shopId ? { shopId: spot.shopId } : {}) };
  const give = async (format: 'csv' | 'json') => {
    if (!library) return;
    const file = await api.call(scripts.exportScripts, { ...library, format });
    save(file.name, file.text);
  };
  const read = async (file: File | undefined) => {
    if (!file || !library) return;
    const content = await textOf(file);
    setText(content);
    void run.run({ ...library, text: content, dryRun: true });
  };
  return (
    <div className={styles.page}>
      <div className={styles.form}>
        <Select
          aria-label={t`Library`}
          popupMatchSelectWidth={false}
          value={where}
          onChange={(next) => {
            setWhere(next);
            setText('');
            setTried(undefined);
          }}
          options={libraries.map((one) => ({ value: one.key, label: nameOf(one) }))}
        />
        <Button look="main" busy={run.busy} onClick={() => input.current?.click()}>
          <Trans>Read a file</Trans>
        </Button>
        <Button onClick={() => void give('csv')}>{t`As CSV`}</Button>
        <Button onClick={() => void give('json')}>{t`As JSON`}</Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.json"
          onChange={({ target }) => {
            void read(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      <p className={styles.soft}>
        <Trans>
          CSV or JSON with a column for the text, and if you like folder, title and code. Exports of
          千牛 and 京东 fit as they are.
        </Trans>
      </p>
      <Refusal refusal={run.refusal} />
      {tried && <Told result={tried} />}
      {text && tried && tried.added > 0 && library && (
        <Button
          look="main"
          busy={run.busy}
          onClick={() => void run.run({ ...library, text, dryRun: false })}
        >
          {t`Take in ${tried.added} scripts`}
        </Button>
      )}
    </div>
  );
}

function Told({ result }: { result: Result }) {
  const { t } = useLingui();
  const { added, duplicates, folders, skipped, examples } = result;
  const why = {
    empty: t`no text`,
    variable: t`a variable that does not exist`,
    word: t`a forbidden word`,
    long: t`too long`,
  };
  return (
    <div>
      <p>
        <Trans>
          {added} new, {duplicates} there already, {folders} folders, {skipped.length} left out
        </Trans>
      </p>
      <ul className={styles.skipped}>
        {skipped.slice(0, 20).map(({ line, title, why: reason }) => (
          <li key={line}>
            {line}: {title} ({why[reason]})
          </li>
        ))}
      </ul>
      <ul className={styles.skipped}>
        {examples.map((one) => (
          <li key={`${one.title} ${one.text}`}>
            <b>
              {one.folder} / {one.title}
            </b>{' '}
            {one.text}
          </li>
        ))}
      </ul>
    </div>
  );
}
