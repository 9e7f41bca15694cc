import { wordsLike } from './synonyms.rules.ts';
import {
  hashKeys,
  latinKeys,
  latinRuns,
  otherRuns,
  plainCode,
  plainText,
  scriptKeys,
} from './tokens.rules.ts';

/** One word of the searcher, as it must stand in a text or be spoken. */
export interface Term {
  /** The word itself and its synonyms. */
  readonly words: readonly string[];
  /** Set where the word may be pinyin or initials. */
  readonly spoken: string | null;
  /** Sets of tokens, one of which a product must hold entirely. */
  readonly anyOf: readonly (readonly number[])[];
}

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

function termOf(team: string, word: string): Term {
  const words = [word, ...wordsLike(word)];
  const spoken = spokenKeys(word);
  return {
    words,
    spoken: spoken.length > 0 ? word : null,
    anyOf: [...words.map(wordKeys), ...spoken].map((keys) => hashKeys(team, keys)),
  };
}

/** `QX-000123-A`: a number in parts. Its last part may be one letter, which by itself would find nothing. */
const inParts = /^[a-z0-9]+(?:[^\p{L}\p{N}\s]+[a-z0-9]+)+$/iu;

/** A number in parts stands somewhere as one word, or part after part. */
function codeTerm(team: string, typed: string): Term {
  const words = [plainCode(typed), plainText(typed)];
  return { words, spoken: null, anyOf: words.map((word) => hashKeys(team, wordKeys(word))) };
}

function termsOf(team: string, typed: string): Term[] {
  const parts = typed.normalize('NFKC').split(/\s+/);
  const codes = parts.filter((part) => inParts.test(part) && /\d/.test(part));
  const rest = plainText(parts.filter((part) => !codes.includes(part)).join(' '));
  const words = [...new Set(rest.split(' '))].filter((word) => word !== '');
  const terms = [
    ...codes.map((code) => codeTerm(team, code)),
    ...words.map((word) => termOf(team, word)),
  ];
  return terms.slice(0, 8);
}

/** Reads what somebody typed; null when there is no letter or digit in it. */
export function planSearch(team: string, typed: string): SearchPlan | null {
  const asked = typed.slice(0, 100);
  const plain = plainText(asked);
  const words = [...new Set(plain.split(' '))].filter((word) => word !== '').slice(0, 8);
  if (words.length === 0) return null;
  const scripts = words.flatMap(otherRuns);
  const characters = scripts.flatMap((run) => [...run]).map((one) => `u${one}`);
  return {
    strict: termsOf(team, asked),
    loose: {
      allOf: hashKeys(team, [...characters, ...words.flatMap(latinRuns).flatMap(latinAsked)]),
      pairs: scripts.flatMap((run) => [...run].slice(0, -1).map((one, n) => one + [...run][n + 1])),
    },
  };
}
