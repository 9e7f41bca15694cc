import {
  edgeKeys,
  hashKeys,
  latinKeys,
  latinRuns,
  otherRuns,
  pinyinKeys,
  plainCode,
  plainText,
  scriptKeys,
  soundKeys,
} from './tokens.rules.ts';

/** What of a product can be searched. */
export interface Searchable {
  readonly title: string;
  /** Aliases and values of options. */
  readonly more: readonly string[];
  /** SKUs and the shop's own ids. */
  readonly codes: readonly string[];
}

/** A product as the index keeps it; each text stands between two spaces, so that whole words can be told. */
export interface IndexEntry {
  readonly title: string;
  readonly more: string;
  readonly codes: string;
  readonly pinyin: string;
  readonly initials: string;
  readonly tokens: number[];
}

/** Gives the syllables of a run of Chinese characters, without tones. */
export type Speak = (run: string) => string[];

/** What `product_search.form` says of rows made by this file; a higher one makes the older ones be made again. */
export const indexForm = 3;

const longest = 400;
const hanRuns = (plain: string): string[] => plain.match(/\p{Script=Han}+/gu) ?? [];

/** Model numbers of a title as one word each: `F6033-UD3(HE)` → `f6033ud3he`. */
function modelCodes(title: string): string[] {
  const found = title.normalize('NFKC').match(/[A-Za-z0-9]+(?:[-_./()+]+[A-Za-z0-9]+)+/g) ?? [];
  return found.map(plainCode);
}

/** Makes the entry of a product. */
export function indexEntry(team: string, product: Searchable, speak: Speak): IndexEntry {
  const title = plainText(product.title).slice(0, longest);
  const more = plainText([...new Set(product.more)].join(' ')).slice(0, longest);
  const codes = [...new Set([...product.codes.map(plainCode), ...modelCodes(product.title)])];
  const known = codes.filter((code) => code !== '').slice(0, 400);
  const spoken = [title, more].flatMap(hanRuns).map(speak);
  const keys = [
    ...[title, more].flatMap(latinRuns).flatMap(latinKeys),
    ...[title, more].flatMap(otherRuns).flatMap(scriptKeys),
    ...known.flatMap(latinKeys),
    ...known.flatMap(otherRuns).flatMap(scriptKeys),
    ...spoken.flatMap(pinyinKeys),
    ...spoken.flatMap(edgeKeys),
    ...spoken.flatMap(soundKeys),
  ];
  return {
    title: ` ${title} `,
    more: ` ${more} `,
    codes: ` ${known.join(' ')} `,
    pinyin: ` ${spoken.map((syllables) => syllables.join('')).join(' ')} `,
    initials: ` ${spoken.map((syllables) => syllables.map((s) => s.slice(0, 1)).join('')).join(' ')} `,
    tokens: hashKeys(team, keys),
  };
}
