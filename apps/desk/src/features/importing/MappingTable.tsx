import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { factText } from '../../lib/facts.ts';
import { Button } from '../../ui/Button.tsx';
import { Word } from '../../ui/Word.tsx';
import styles from './importing.module.css';
import { ourFieldWords } from './importing.words.ts';
import {
  type Mapping,
  type MappingRow,
  optionSource,
  plainPath,
  rowsOf,
  type Source,
  sourceText,
  withSource,
} from './mapping.rules.ts';
import { SourceInput } from './SourceInput.tsx';
import { follow, pathsIn, recordsOf, type Sample, type Spot } from './sample.rules.ts';
import { WordChoices, type WordNames } from './WordChoices.tsx';

interface Props {
  readonly mapping: Mapping;
  readonly sample: Sample | null | undefined;
  readonly names: WordNames;
  /** Absent: only to look at. */
  readonly onChange: ((mapping: Mapping) => void) | undefined;
}

/** Which field of the file becomes which of ours, with what the first record of the file gives. */
export function MappingTable({ mapping, sample, names, onChange }: Props) {
  const { t } = useLingui();
  const [whole, setWhole] = useState(false);
  const records = sample ? recordsOf(sample, mapping) : [];
  const rows = rowsOf(mapping);
  const shown = rows.filter(
    ({ source, field, active }) => whole || source !== undefined || (field.required && active),
  );
  return (
    <>
      <table className={styles.mapping}>
        <thead>
          <tr>
            <th scope="col">{t`Ours`}</th>
            <th scope="col">{t`In the file`}</th>
            <th scope="col">{t`First record`}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Line
              key={row.place.join('.')}
              row={row}
              mapping={mapping}
              records={spotsFor(records, mapping, row.place)}
              names={names}
              onChange={onChange}
            />
          ))}
        </tbody>
      </table>
      {(whole || shown.length < rows.length) && (
        <div>
          <Button small look="plain" onClick={() => setWhole(!whole)}>
            {whole ? t`Only fields in use` : t`${rows.length - shown.length} more fields of ours`}
          </Button>
        </div>
      )}
    </>
  );
}

/** The records, or for a field of a list the entries of that list. */
function spotsFor(records: readonly Spot[], mapping: Mapping, place: readonly string[]): Spot[] {
  if (place.length === 1) return [...records];
  const list = rowsOf(mapping).find((row) => row.place.join('.') === place.slice(0, -1).join('.'));
  const each = typeof list?.source === 'object' ? list.source.each : undefined;
  if (typeof each !== 'string') return [...records];
  return records.flatMap((record) => {
    const spot = follow(record, each);
    const keys = Object.keys((spot.value ?? {}) as object);
    return keys.map((key) => follow(spot, [key]));
  });
}

interface LineProps extends Omit<Props, 'sample'> {
  readonly row: MappingRow;
  readonly records: readonly Spot[];
}

function Line({ row, mapping, records, names, onChange }: LineProps) {
  const { t, i18n } = useLingui();
  const { field, place, source, active } = row;
  const name = ourFieldWords[place.slice(-2).join('.')] ?? ourFieldWords[field.name];
  const label = name ? i18n._(name) : field.name;
  const path = plainPath(source);
  const { leaves, lists } = pathsIn(records[0]?.value);
  const set = (next: Source | undefined) => onChange?.(withSource(mapping, place, next));
  const type = (text: string) => set(typed(text, row));
  const lacking = field.required && source === undefined && active;
  return (
    <tr data-depth={place.length} data-used={source !== undefined || undefined}>
      <th scope="row">
        {label}
        {field.required && <i title={t`A record cannot do without it`}>*</i>}
      </th>
      <td>
        {field.nested === 'object' ? null : path === undefined || !onChange ? (
          <code>{source === undefined ? '–' : sourceText(source)}</code>
        ) : (
          <SourceInput
            label={label}
            value={path}
            offered={field.nested === 'list' ? lists : leaves}
            lacking={lacking ?? false}
            onChange={type}
          />
        )}
        {field.words && source !== undefined && (
          <WordChoices
            source={source}
            values={records.map((record) => factText(follow(record, path || '.').value))}
            names={names[field.words]}
            onChange={onChange && set}
          />
        )}
      </td>
      <td className={styles.first}>
        <First row={row} first={records[0]} />
      </td>
    </tr>
  );
}

/** A path as typed; other parts of the source (words, fields of a list) stay. */
function typed(text: string, { source, field }: MappingRow): Source | undefined {
  if (text === '') return undefined;
  if (field.name === 'options') return optionSource(text);
  if (field.nested === 'list') {
    const fields = typeof source === 'object' ? (source.fields ?? {}) : {};
    return { each: text, fields };
  }
  return typeof source === 'object' ? { ...source, path: text } : text;
}

/** What the first record, or the first entry of a list, gives for a field. */
function First({ row: { source, field }, first }: { row: MappingRow; first: Spot | undefined }) {
  const { t } = useLingui();
  const path = plainPath(source);
  if (!first || !path || field.nested === 'object') return null;
  const { value } = follow(first, path);
  if (field.nested === 'list') {
    const length = Object.keys((value ?? {}) as object).length;
    return <Word tone="quiet">{t`${length} entries`}</Word>;
  }
  const text = factText(value);
  return text === '' ? <Word tone="quiet">{t`empty`}</Word> : <span title={text}>{text}</span>;
}
