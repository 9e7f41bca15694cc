import { createHash } from 'node:crypto';
import type { scripts } from '@guitai/contract';
import type { Locale } from '../../kernel/actor.ts';
import { unknownNames } from './fill.rules.ts';
import { fold } from './fold.rules.ts';

export type Content = scripts.ScriptContentShape;
export type Part = scripts.ScriptPartShape;
type Texts = scripts.ScriptTextShape;

const order: Readonly<Record<Locale, readonly Locale[]>> = {
  'zh-CN': ['zh-CN', 'zh-TW', 'en'],
  'zh-TW': ['zh-TW', 'zh-CN', 'en'],
  en: ['en', 'zh-CN', 'zh-TW'],
};

/** The text in the language asked for, else in the nearest there is. */
export function textIn(texts: Texts, locale: Locale): string {
  for (const one of order[locale]) if (texts[one]?.trim()) return texts[one] ?? '';
  return '';
}

export const partsOf = (content: Content): Part[] => content.variants.flatMap(({ parts }) => parts);

/** Every text of a content, in every language. */
export const textsOf = (content: Content): string[] =>
  partsOf(content).flatMap((part) =>
    part.kind === 'text' ? Object.values(part.text).filter((text) => text.trim() !== '') : [],
  );

/** What is wrong with a content, if anything. */
export function contentFault(
  content: Content,
): { code: 'script.empty' } | { code: 'script.variable_unknown'; name: string } | null {
  const empty = partsOf(content).some(
    (part) => part.kind === 'text' && !Object.values(part.text).some((text) => text?.trim()),
  );
  if (empty) return { code: 'script.empty' };
  const name = textsOf(content).flatMap(unknownNames)[0];
  return name === undefined ? null : { code: 'script.variable_unknown', name };
}

/** The first text of the first variant, which a list shows. */
export function firstText(content: Content, locale: Locale = 'zh-CN'): string {
  const found = content.variants[0]?.parts.find((part) => part.kind === 'text');
  return found?.kind === 'text' ? textIn(found.text, locale) : '';
}

/** Kinds of the parts of the first variant, in order. */
export const kindsOf = (content: Content): Part['kind'][] =>
  (content.variants[0]?.parts ?? []).map(({ kind }) => kind);

/** The same for two scripts that say the same, however they are spaced. */
export const contentHash = (content: Content): Buffer => {
  const said = partsOf(content).map((part) =>
    part.kind === 'text' ? fold(textIn(part.text, 'zh-CN')).letters.join('') : JSON.stringify(part),
  );
  return createHash('sha256').update(said.join('\n')).digest();
};

/** A content of one text in one language. */
export const plainContent = (text: string, locale: Locale): Content => ({
  variants: [{ parts: [{ kind: 'text', text: { [locale]: text } }] }],
});
