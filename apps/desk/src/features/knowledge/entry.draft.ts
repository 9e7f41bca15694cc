import type { knowledge } from '@guitai/contract';
import type { localeNames } from './knowledge.words.ts';

export type Locale = keyof typeof localeNames;

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
