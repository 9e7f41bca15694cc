import type { knowledge } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';

type State = knowledge.KnowledgeStateWord;
type Words = knowledge.KnowledgeWordsShape;

/** What of an entry decides what may be done with it. */
export interface Standing {
  readonly liveNo: number | null;
  readonly draftNo: number | null;
  readonly waiting: boolean;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly archivedAt: string | null;
}

/** The one word for where an entry stands, at an instant in milliseconds. */
export function stateOf(entry: Standing, now: number): State {
  if (entry.archivedAt !== null) return 'archived';
  if (entry.liveNo === null) return entry.waiting ? 'waiting' : 'draft';
  if (entry.validUntil !== null && Date.parse(entry.validUntil) <= now) return 'expired';
  if (entry.validFrom !== null && Date.parse(entry.validFrom) > now) return 'scheduled';
  return 'published';
}

/** What a person may do; whether the own writing may be approved depends on the shop's rule. */
export function mayDo(
  entry: Standing,
  who: { readonly write: boolean; readonly approve: boolean; readonly own: boolean },
  fourEyes: boolean,
): string[] {
  if (entry.archivedAt !== null) return who.approve ? ['unarchiveKnowledge'] : [];
  const barred = fourEyes && who.own;
  return [
    ...(who.write ? ['updateKnowledge', 'restoreKnowledge'] : []),
    ...(who.write && entry.draftNo !== null && !entry.waiting ? ['submitKnowledge'] : []),
    ...(who.approve && entry.waiting && !barred ? ['approveKnowledge'] : []),
    ...(who.approve && entry.waiting ? ['refuseKnowledge'] : []),
    ...(who.approve ? ['archiveKnowledge'] : []),
  ];
}

const fallbacks: Readonly<Record<Locale, readonly Locale[]>> = {
  'zh-CN': ['zh-CN', 'zh-TW', 'en'],
  'zh-TW': ['zh-TW', 'zh-CN', 'en'],
  en: ['en', 'zh-CN', 'zh-TW'],
};

/** The words in the reader's language, else in the nearest there is. */
export function wordsFor(words: readonly Words[], locale: Locale): Words {
  for (const wanted of fallbacks[locale]) {
    const found = words.find((one) => one.locale === wanted);
    if (found) return found;
  }
  return words[0] ?? { locale, title: '', body: '' };
}

/** A readable name: letters and digits of the title, and the end of the id, which makes it unique. */
export function slugOf(title: string, id: string): string {
  const readable = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `${[...readable].slice(0, 40).join('').replace(/-$/, '')}-${id.slice(-6)}`.replace(
    /^-/,
    '',
  );
}

/** Whether each language stands once. */
export const eachLocaleOnce = (words: readonly Words[]): boolean =>
  new Set(words.map(({ locale }) => locale)).size === words.length;

export const timesCrossed = (from: string | null, until: string | null): boolean =>
  from !== null && until !== null && Date.parse(from) >= Date.parse(until);
