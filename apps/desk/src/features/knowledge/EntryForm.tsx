import { knowledge } from '@guitai/contract';
import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api } from '../../lib/api.ts';
import { usePictures } from '../../lib/use-pictures.ts';
import { Button } from '../../ui/Button.tsx';
import { DropZone } from '../../ui/DropZone.tsx';
import { Field } from '../../ui/Field.tsx';
import { PictureField } from '../../ui/PictureField.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './EntryForm.module.css';
import { localeNames } from './knowledge.words.ts';

type Locale = keyof typeof localeNames;

/** What is written; times as the field of the browser has them. */
export interface Draft {
  readonly words: Readonly<
    Partial<Record<Locale, { readonly title: string; readonly body: string }>>
  >;
  readonly topic: string;
  readonly questions: string;
  /** A picture uploaded here; its address stands in `pictureUrl`. */
  readonly pictureId: string | null;
  readonly pictureUrl: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

export const emptyDraft: Draft = {
  words: {},
  topic: '',
  questions: '',
  pictureId: null,
  pictureUrl: '',
  validFrom: '',
  validUntil: '',
};

const local = (at: string | null): string => {
  if (at === null) return '';
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};
const instant = (value: string): string | null =>
  value === '' ? null : new Date(value).toISOString();

/** A version as a form shows it. */
export const draftOf = (version: knowledge.KnowledgeVersionShape, topic: string): Draft => ({
  words: Object.fromEntries(
    version.words.map(({ locale, title, body }) => [locale, { title, body }]),
  ),
  topic,
  questions: version.questions.join('\n'),
  pictureId: version.pictureId,
  pictureUrl: version.pictureUrl ?? '',
  validFrom: local(version.validFrom),
  validUntil: local(version.validUntil),
});

/** The same as the server takes it. */
export const inputOf = (draft: Draft) => ({
  topic: draft.topic.trim(),
  words: (Object.entries(draft.words) as [Locale, { title: string; body: string }][])
    .filter(([, { title, body }]) => title.trim() && body.trim())
    .map(([locale, { title, body }]) => ({ locale, title: title.trim(), body: body.trim() })),
  questions: [...new Set(draft.questions.split('\n').map((one) => one.trim()))].filter(Boolean),
  ...(draft.pictureId
    ? { pictureId: draft.pictureId }
    : { pictureId: null, pictureUrl: draft.pictureUrl.trim() || null }),
  validFrom: instant(draft.validFrom),
  validUntil: instant(draft.validUntil),
});

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
  const [before, setBefore] = useState({
    pictureId: start.pictureId,
    pictureUrl: start.pictureUrl,
  });
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
          <Field label={t`Valid from`} width={210}>
            {(props) => (
              <input
                {...props}
                type="datetime-local"
                value={draft.validFrom}
                onChange={({ target }) => change({ validFrom: target.value })}
              />
            )}
          </Field>
          <Field label={t`Valid until`} width={210}>
            {(props) => (
              <input
                {...props}
                type="datetime-local"
                value={draft.validUntil}
                onChange={({ target }) => change({ validUntil: target.value })}
              />
            )}
          </Field>
        </div>
        <PictureField
          pictures={pictures}
          url={draft.pictureUrl}
          onRemove={() => {
            setBefore({ pictureId: draft.pictureId, pictureUrl: draft.pictureUrl });
            change({ pictureId: null, pictureUrl: '' });
          }}
          onUndo={() => change(before)}
        >
          {draft.pictureId === null && (
            <Field label={t`Address of a picture`} width={640}>
              {(props) => (
                <input
                  {...props}
                  type="url"
                  maxLength={2000}
                  value={draft.pictureUrl}
                  onChange={({ target }) => change({ pictureUrl: target.value })}
                />
              )}
            </Field>
          )}
        </PictureField>
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
