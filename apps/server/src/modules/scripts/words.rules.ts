import type { scripts } from '@guitai/contract';
import { type Folded, fold, foldLetter } from './fold.rules.ts';

type Found = scripts.FoundWordShape;

/** A forbidden word as it stands in the list. */
export interface Word {
  readonly word: string;
  readonly level: 'warn' | 'block';
}

interface Pattern extends Word {
  readonly folded: Folded;
}

interface Node {
  readonly next: Map<string, Node>;
  fail: Node | null;
  /** Patterns that end here, and those of its fail chain. */
  ends: Pattern[];
}

/** Finds forbidden words. `mayHold` is the cheap first look that lets nearly every message pass. */
export interface Matcher {
  readonly size: number;
  readonly mayHold: (text: string) => boolean;
  readonly find: (text: string) => Found[];
}

const node = (): Node => ({ next: new Map(), fail: null, ends: [] });

/** Compiles a list into one automaton (Aho and Corasick 1975): a text is read once, however many words there are. */
export function compileWords(words: readonly Word[]): Matcher {
  const patterns = words
    .map((word): Pattern => ({ ...word, folded: fold(word.word) }))
    .filter(({ folded }) => folded.letters.length > 0);
  const root = node();
  for (const pattern of patterns) plant(root, pattern);
  link(root);
  const starts = startsOf(root);
  const mayHold = (text: string): boolean => {
    for (let n = 0; n < text.length; n += 1) if (starts[text.charCodeAt(n)] === 1) return true;
    return false;
  };
  return {
    size: patterns.length,
    mayHold,
    find: (text) => (mayHold(text) && reaches(root, text) ? search(root, text) : []),
  };
}

function plant(root: Node, pattern: Pattern): void {
  let here = root;
  for (const letter of pattern.folded.letters) {
    const next = here.next.get(letter) ?? node();
    here.next.set(letter, next);
    here = next;
  }
  here.ends.push(pattern);
}

function link(root: Node): void {
  const queue = [root];
  for (let here = queue.shift(); here; here = queue.shift()) {
    for (const [letter, child] of here.next) {
      let back = here.fail;
      while (back && !back.next.has(letter)) back = back.fail;
      child.fail = back?.next.get(letter) ?? root;
      child.ends = [...child.ends, ...child.fail.ends];
      queue.push(child);
    }
  }
}

/** Every UTF-16 unit that some spelling of a first letter can begin with; halves of pairs always count. */
function startsOf(root: Node): Uint8Array {
  const starts = new Uint8Array(65_536);
  for (let unit = 0; unit < 65_536; unit += 1) {
    const half = unit >= 0xd800 && unit < 0xe000;
    if (root.next.size > 0 && (half || [...foldUnit(unit)].some((one) => root.next.has(one))))
      starts[unit] = 1;
  }
  return starts;
}

const units = new Map<number, string>();
function foldUnit(unit: number): string {
  const found = units.get(unit) ?? foldLetter(String.fromCharCode(unit));
  units.set(unit, found);
  return found;
}

/** Whether the automaton comes to the end of any word: one walk without a memory of places. */
function reaches(root: Node, text: string): boolean {
  let here: Node = root;
  for (const letter of text) {
    for (const one of foldLetter(letter)) {
      while (here !== root && !here.next.has(one)) here = here.fail ?? root;
      here = here.next.get(one) ?? root;
      if (here.ends.length > 0) return true;
    }
  }
  return false;
}

function search(root: Node, text: string): Found[] {
  const folded = fold(text);
  const found: Found[] = [];
  let here: Node = root;
  folded.letters.forEach((letter, n) => {
    while (here !== root && !here.next.has(letter)) here = here.fail ?? root;
    here = here.next.get(letter) ?? root;
    for (const pattern of here.ends) {
      const from = n - pattern.folded.letters.length + 1;
      if (!isWhole(folded, from, n, pattern.folded)) continue;
      const { word, level } = pattern;
      found.push({ word, level, start: folded.at[from] ?? 0, end: endOf(folded, n, text) });
    }
  });
  return found;
}

/** Just after the letter, without what stands between it and the next. */
function endOf({ at }: Folded, n: number, text: string): number {
  const start = at[n] ?? 0;
  return start + String.fromCodePoint(text.codePointAt(start) ?? 0).length;
}

const isLatin = (letter: string | undefined): boolean =>
  letter !== undefined &&
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(letter);

/**
 * Words of letters begin and end where a word does, so that “as” is not found in “fast”. Signs between their letters
 * are seen through when they stand between all of them (b.e.s.t), or where the word itself has them.
 */
function isWhole(text: Folded, from: number, to: number, word: Folded): boolean {
  const { letters, apart } = text;
  if (isLatin(letters[from]) && isLatin(letters[from - 1]) && !apart[from]) return false;
  if (isLatin(letters[to]) && isLatin(letters[to + 1]) && !apart[to + 1]) return false;
  let gaps = 0;
  let strange = 0;
  let joints = 0;
  for (let n = from + 1; n <= to; n += 1) {
    if (!isLatin(letters[n]) || !isLatin(letters[n - 1])) continue;
    joints += 1;
    if (!apart[n]) continue;
    gaps += 1;
    if (!word.apart[n - from]) strange += 1;
  }
  return strange === 0 || gaps === joints;
}
