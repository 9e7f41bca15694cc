import type { Speak } from './index.rules.ts';
import { skipPattern, skippings } from './skip.rules.ts';
import { wordsLike } from './synonyms.rules.ts';
import {
  hashKeys,
  latinKeys,
  latinRuns,
  otherRuns,
  pinyinKeys,
  plainCode,
  plainText,
  scriptKeys,
  soundKeys,
  typedSoundKeys,
} from './tokens.rules.ts';

/** One word of the searcher, as it must stand in a text or be spoken. */
export interface Term {
  /** The word itself and its synonyms. */
  readonly words: readonly string[];
  /** Set where the word may be pinyin or initials. */
  readonly spoken: string | null;
  /** Set where the word may be initials with words left out: a pattern over the initials. */
  readonly skipping: string | null;
  /** The same, from the beginning of a name. */
  readonly skippingFirst: string | null;
  /** Sets of tokens, one of which a product must hold entirely. */
  readonly anyOf: readonly (readonly number[])[];
}

/** Other words for the same thing. */
export type Alike = (word: string) => string[];

/** What to ask the index: first strictly, then, where that finds too little, loosely. */
export interface SearchPlan {
  readonly strict: readonly Term[];
  /** Every character somewhere; pairs decide the order. */
  readonly loose: { readonly allOf: readonly number[]; readonly pairs: readonly string[] };
}

/** Three letters where there are three, otherwise the beginning: a token is a promise that is then checked. */
const latinAsked = (run: string): string[] =>
  run.length >= 3 ? latinKeys(run).filter((key) => key[0] === 't') : [`l${run}`];

const scriptAsked = (run: string): string[] => {
  const keys = scriptKeys(run);
  return keys.length > 1 ? keys.filter((key) => key[0] === 'b') : keys;
};

const wordKeys = (word: string): string[] => [
  ...latinRuns(word).flatMap(latinAsked),
  ...otherRuns(word).flatMap(scriptAsked),
];

function spokenKeys(word: string): string[][] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  const full = [word.length >= 4 ? `q${word.slice(0, 4)}` : `p${word.slice(0, 2)}`];
  const initials = [...word].slice(0, -1).map((letter, n) => `i${letter}${word[n + 1] ?? ''}`);
  return [full, initials];
}

function termOf(team: string, word: string, alike: Alike): Term {
  const words = [word, ...alike(word)];
  const spoken = spokenKeys(word);
  const ways = skippings(word);
  const sets = [...words.map(wordKeys), ...spoken, ...ways.map(({ keys }) => [...keys])];
  return {
    words,
    spoken: spoken.length > 0 ? word : null,
    skipping: skipPattern(ways),
    skippingFirst: skipPattern(ways, true),
    anyOf: sets.map((keys) => hashKeys(team, keys)),
  };
}

/** `QX-000123-A`: a number in parts. Its last part may be one letter, which by itself would find nothing. */
const inParts = /^[a-z0-9]+(?:[^\p{L}\p{N}\s]+[a-z0-9]+)+$/iu;

/** A number in parts stands somewhere as one word, or part after part. */
function codeTerm(team: string, typed: string): Term {
  const words = [plainCode(typed), plainText(typed)];
  return {
    words,
    spoken: null,
    skipping: null,
    skippingFirst: null,
    anyOf: words.map((word) => hashKeys(team, wordKeys(word))),
  };
}

function termsOf(team: string, typed: string, alike: Alike): Term[] {
  const parts = typed.normalize('NFKC').split(/\s+/);
  const codes = parts.filter((part) => inParts.test(part) && /\d/.test(part));
  const rest = plainText(parts.filter((part) => !codes.includes(part)).join(' '));
  const words = [...new Set(rest.split(' '))].filter((word) => word !== '');
  const terms = [
    ...codes.map((code) => codeTerm(team, code)),
    ...words.map((word) => termOf(team, word, alike)),
  ];
  return terms.slice(0, 8);
}

/** Reads what somebody typed; null when there is no letter or digit in it. */
export function planSearch(
  team: string,
  typed: string,
  alike: Alike = wordsLike,
): SearchPlan | null {
  const asked = typed.slice(0, 100);
  const plain = plainText(asked);
  const words = [...new Set(plain.split(' '))].filter((word) => word !== '').slice(0, 8);
  if (words.length === 0) return null;
  const scripts = words.flatMap(otherRuns);
  const characters = scripts.flatMap((run) => [...run]).map((one) => `u${one}`);
  return {
    strict: termsOf(team, asked, alike),
    loose: {
      allOf: hashKeys(team, [...characters, ...words.flatMap(latinRuns).flatMap(latinAsked)]),
      pairs: scripts.flatMap((run) => [...run].slice(0, -1).map((one, n) => one + [...run][n + 1])),
    },
  };
}

/** Tokens with what each is worth, for the search that forgives. */
export interface NearPlan {
  readonly tokens: readonly number[];
  readonly weights: readonly number[];
  /** So much of what was typed a product must hold. */
  readonly share: number;
}

/** Words that stand in every question. */
const idle = new Set(
  '请问 你们 我们 您好 你好 这个 那个 这款 有没 没有 可以 什么 怎么 一下 我想 想要 想买 推荐 哪个 哪款 多少 比较 有吗'.split(
    ' ',
  ),
);

function nearKeys(plain: string, alike: Alike, speak: Speak): Map<string, number> {
  const keys = new Map<string, number>();
  const add = (found: readonly string[], weight: number) => {
    for (const key of found) if (!keys.has(key)) keys.set(key, weight);
  };
  const hans = plain.match(/\p{Script=Han}+/gu) ?? [];
  for (const run of hans) {
    const pairs = scriptKeys(run).filter((key) => key.startsWith('b') && !idle.has(key.slice(1)));
    add(pairs, 6);
    const syllables = speak(run);
    add(
      pinyinKeys(syllables).filter((key) => key.startsWith('q')),
      2,
    );
    add(soundKeys(syllables), 2);
    if ([...run].length < 3) add(scriptKeys(run), 2);
  }
  for (const run of latinRuns(plain)) {
    add(latinAsked(run), 6);
    if (/^[a-z]{4,}$/.test(run)) add(typedSoundKeys(run), 4);
  }
  for (const word of plain.split(' ')) add(alike(word).flatMap(wordKeys), 3);
  return keys;
}

const mostlyShare = 0.18;
/** Letters may be English or pinyin: what they are not is asked for in vain. */
const lettersShare = 0.09;

/** What to ask where the words as typed find nothing: parts, sounds and beginnings of them. */
export function planNear(team: string, typed: string, alike: Alike, speak: Speak): NearPlan | null {
  const keys = [...nearKeys(plainText(typed.slice(0, 100)), alike, speak)].slice(0, 80);
  if (keys.length === 0) return null;
  const tokens = keys.map(([key]) => hashKeys(team, [key])[0] ?? 0);
  return {
    tokens,
    weights: keys.map(([, weight]) => weight),
    share: /^[a-z ]+$/.test(plainText(typed)) ? lettersShare : mostlyShare,
  };
}
