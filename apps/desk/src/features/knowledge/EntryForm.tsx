import { knowledge } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../lib/api.ts';
import { usePictures } from '../../lib/use-pictures.ts';
import { Button } from '../../ui/Button.tsx';
import { DropZone } from '../../ui/DropZone.tsx';
import { Field } from '../../ui/Field.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './EntryForm.module.css';
import { EntryPicture } from './EntryPicture.tsx';
import { type Draft, inputOf, type Locale } from './entry.draft.ts';
import { localeNames } from './knowledge.words.ts';

interface Props {
  readonly start: Draft;
  readonly shopId: string;
  readonly busy: boolean;
  readonly act: string;
  readonly above?: ReactNode;
  readonly onSave: (draft: Draft) => void;
  readonly onCancel: () => void;
  readonly preview: (draft: Draft, locale: Locale) => ReactNode;
}

/** The editor: one language at a time, and beside it the card as the buyer will see it. */
export function EntryForm({ start, shopId, busy, act, above, onSave, onCancel, preview }: Props) {
  const { t, i18n } = useLingui();
  const [draft, setDraft] = useState(start);
  const [locale, setLocale] = useState<Locale>(
    (Object.keys(start.words)[0] as Locale | undefined) ?? (i18n.locale as Locale),
  );
  const words = draft.words[locale] ?? { title: '', body: '' };
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const pictures = usePictures({
    take: (file, how) => api.upload(knowledge.uploadKnowledgePicture, { shopId }, file, how),
    onTaken: ({ id, url }) => change({ pictureId: id, pictureUrl: url }),
  });
  const say = (part: Partial<typeof words>) =>
    change({ words: { ...draft.words, [locale]: { ...words, ...part } } });
  const ready = inputOf(draft).words.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onSave(draft);
  };
  return (
    <DropZone
      pastes
      possible={!busy}
      onFiles={(files) => pictures.add([...files].slice(0, 1))}
      words={t`Drop the picture here`}
    >
      <form className={styles.form} onSubmit={submit}>
        {above}
        <Tabs
          label={t`Language`}
          value={locale}
          onChange={setLocale}
          tabs={(Object.keys(localeNames) as Locale[]).map((value) => ({
            value,
            label: `${localeNames[value]}${draft.words[value]?.body ? ' ✓' : ''}`,
          }))}
        />
        <WordsFields words={words} say={say} />
        <Field
          label={t`Questions it answers, other words for it`}
          hint={t`One a line; they are searched like the title.`}
          width={640}
        >
          {(props) => (
            <textarea
              {...props}
              rows={3}
              value={draft.questions}
              onChange={({ target }) => change({ questions: target.value })}
            />
          )}
        </Field>
        <div className={styles.row}>
          <Field label={t`Topic`} width={200}>
            {(props) => (
              <input
                {...props}
                maxLength={80}
                value={draft.topic}
                onChange={({ target }) => change({ topic: target.value })}
              />
            )}
          </Field>
          <TimeField
            label={t`Valid from`}
            value={draft.validFrom}
            onChange={(validFrom) => change({ validFrom })}
          />
          <TimeField
            label={t`Valid until`}
            value={draft.validUntil}
            onChange={(validUntil) => change({ validUntil })}
          />
        </div>
        <EntryPicture draft={draft} change={change} pictures={pictures} />
        <section aria-label={t`As the buyer sees it`} className={styles.preview}>
          <small>{t`As the buyer sees it`}</small>
          {preview(draft, locale)}
        </section>
        <div className={styles.acts}>
          <Button look="main" type="submit" disabled={!ready} busy={busy}>
            {act}
          </Button>
          <Button look="plain" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </div>
      </form>
    </DropZone>
  );
}

interface WordsProps {
  readonly words: { readonly title: string; readonly body: string };
  readonly say: (part: Partial<WordsProps['words']>) => void;
}

/** What it says in one language. */
function WordsFields({ words, say }: WordsProps) {
  const { t } = useLingui();
  return (
    <>
      <Field label={t`Heading`} width={640}>
        {(props) => (
          <input
            {...props}
            maxLength={200}
            value={words.title}
            onChange={({ target }) => say({ title: target.value })}
          />
        )}
      </Field>
      <Field label={t`Answer`} width={640}>
        {(props) => (
          <textarea
            {...props}
            rows={8}
            maxLength={12_000}
            value={words.body}
            onChange={({ target }) => say({ body: target.value })}
          />
        )}
      </Field>
    </>
  );
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TimeField({ label, value, onChange }: TimeProps) {
  return (
    <Field label={label} width={210}>
      {(props) => (
        <input
          {...props}
          type="datetime-local"
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
