import type { importing } from '@guitai/contract';
import { useLingui } from '@lingui/react/macro';
import { Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Refusal } from '../../ui/Refusal.tsx';
import { bestFit } from './fit.rules.ts';
import { guessMapping } from './guess.rules.ts';
import styles from './importing.module.css';
import { MappingTable } from './MappingTable.tsx';
import { MappingText } from './MappingText.tsx';
import { type Mapping, missingFields } from './mapping.rules.ts';
import type { Sample } from './sample.rules.ts';
import { useStartImport } from './use-start.ts';
import type { WordNames } from './WordChoices.tsx';

interface Props {
  readonly kind: importing.RecordKindWord;
  readonly shop: { readonly id: string; readonly currency: string; readonly timezone: string };
  readonly file: File;
  readonly sample: Sample | null;
  readonly mappings: readonly importing.ImportMappingShape[];
  readonly names: WordNames;
  readonly onStarted: (importId: string) => void;
}

const fresh = '';

/** How the fields of the file become ours: one of the kept mappings, or a new one guessed from the file. */
export function MappingStep({ kind, shop, file, sample, mappings, names, onStarted }: Props) {
  const { t } = useLingui();
  const guess = (): Mapping =>
    sample
      ? guessMapping(kind, sample, { currency: shop.currency, timezone: shop.timezone })
      : { kind, title: '', fields: {} };
  const [chosen, setChosen] = useState(() => bestFit(mappings, sample)?.name ?? fresh);
  const [draft, setDraft] = useState<Mapping>(() => documentOf(mappings, chosen) ?? guess());
  const [changed, setChanged] = useState(chosen === fresh);
  const [view, setView] = useState<'table' | 'text'>('table');
  const [name, setName] = useState(`own/${kind}`);
  const start = useStartImport(onStarted);
  const choose = (next: string) => {
    setChosen(next);
    setDraft(documentOf(mappings, next) ?? guess());
    setChanged(next === fresh);
    const own = mappings.find((one) => one.name === next && !one.builtin);
    setName(own ? own.name : `own/${kind}`);
  };
  const edit = (next: Mapping) => {
    setDraft(next);
    setChanged(true);
  };
  const run = (dryRun: boolean) =>
    start.run({
      shopId: shop.id,
      file,
      dryRun,
      mapping: changed ? { name, document: { ...draft, title: draft.title || name } } : chosen,
    });
  const missing = missingFields(draft);
  const ready = missing.length === 0 && /^[a-z0-9][a-z0-9._/-]{0,79}$/.test(name);
  return (
    <div className={styles.step}>
      <div className={styles.line}>
        <Field label={t`How the fields are read`} width={340}>
          {(field) => (
            <Select
              {...field}
              value={chosen}
              onChange={choose}
              options={[
                { value: fresh, label: t`New mapping, guessed from this file` },
                ...mappings.map((one) => ({
                  value: one.name,
                  label: one.builtin ? t`${one.title} (comes with Guitai)` : one.title,
                })),
              ]}
            />
          )}
        </Field>
        <Segmented<'table' | 'text'>
          aria-label={t`Show the mapping as`}
          value={view}
          onChange={setView}
          options={[
            { value: 'table', label: t`Table` },
            { value: 'text', label: 'JSON' },
          ]}
        />
      </div>
      {sample === null && (
        <p className={styles.soft}>
          {t`The file is too large to show its fields here. It will be read whole all the same.`}
        </p>
      )}
      {view === 'table' ? (
        <MappingTable mapping={draft} sample={sample} names={names} onChange={edit} />
      ) : (
        <MappingText mapping={draft} onChange={edit} />
      )}
      <p className={styles.soft}>
        {t`Fields of the file that stand in no line are kept too, under “More from the source”.`}
      </p>
      {changed && (
        <Field
          label={t`Keep this mapping as`}
          hint={t`Lower-case letters, digits, . _ - and /. Next time it is offered.`}
          width={300}
        >
          {(field) => (
            <Input
              {...field}
              maxLength={80}
              spellCheck={false}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
      )}
      <Refusal refusal={start.refusal} />
      {start.share !== undefined && (
        <progress className={styles.bar} value={start.share} aria-label={t`Uploading`} />
      )}
      <div className={styles.acts}>
        <Button look="main" disabled={!ready} busy={start.busy} onClick={() => run(true)}>
          {t`Check without keeping`}
        </Button>
        <Button disabled={!ready} busy={start.busy} onClick={() => run(false)}>
          {t`Import at once`}
        </Button>
        {missing.length > 0 && (
          <span
            className={styles.soft}
          >{t`${missing.length} fields marked * have no source yet`}</span>
        )}
      </div>
    </div>
  );
}

const documentOf = (
  mappings: readonly importing.ImportMappingShape[],
  name: string,
): Mapping | undefined =>
  mappings.find((one) => one.name === name)?.document as Mapping | undefined;
