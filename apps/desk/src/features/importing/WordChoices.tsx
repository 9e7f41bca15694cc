import { useLingui } from '@lingui/react/macro';
import { Select } from 'antd';
import styles from './importing.module.css';
import type { Source } from './mapping.rules.ts';
import type { WordList } from './our-fields.ts';

/** Our words of each closed list, with their names for people. */
export type WordNames = Readonly<Record<WordList, readonly { value: string; label: string }[]>>;

interface Props {
  readonly source: Source;
  /** What the first records say. */
  readonly values: readonly string[];
  readonly names: WordNames[WordList];
  readonly onChange: ((source: Source) => void) | undefined;
}

const most = 12;

/** For each word the file uses, which of ours it means. */
export function WordChoices({ source, values, names, onChange }: Props) {
  const { t } = useLingui();
  const words = wordsOf(source);
  const told = [...new Set([...Object.keys(words), ...values])].filter(
    (value) => value !== '' && !(names.some((name) => name.value === value) && !(value in words)),
  );
  if (told.length === 0 || (typeof source === 'object' && !('path' in source))) return null;
  const choose = (value: string, ours: string | undefined) => {
    const others = Object.fromEntries(Object.entries(words).filter(([one]) => one !== value));
    const path = typeof source === 'string' ? { path: source } : source;
    onChange?.({ ...path, words: ours ? { ...others, [value]: ours } : others });
  };
  return (
    <ul className={styles.words}>
      {told.slice(0, most).map((value) => (
        <li key={value}>
          <span>{value}</span>
          <span aria-hidden="true">→</span>
          <Select
            size="small"
            disabled={!onChange}
            aria-label={t`What ${value} means`}
            placeholder={t`means…`}
            {...(value in words ? {} : { status: 'warning' as const })}
            value={words[value] ?? null}
            onChange={(ours: string | null) => choose(value, ours ?? undefined)}
            options={[...names]}
            popupMatchSelectWidth={false}
          />
        </li>
      ))}
      {told.length > most && <li>{t`and ${told.length - most} more words`}</li>}
    </ul>
  );
}

const wordsOf = (source: Source): Readonly<Record<string, string>> =>
  (typeof source === 'object' ? (source.words as Record<string, string>) : undefined) ?? {};
