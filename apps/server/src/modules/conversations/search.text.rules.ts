import { latinRuns, otherRuns, plainText, scriptKeys } from '../catalog/index.ts';

/** A text as it is compared, and where in the text each of its characters came from. */
export interface Folded {
  readonly text: string;
  readonly plain: string;
  readonly places: readonly number[];
}

const folds = new Map<string, string>();
const mostFolds = 30_000;

/** One character as it is compared: nothing for an invisible sign, a space for what is no letter or digit. */
function foldOf(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const plain = plainText(character);
  const made = plain !== '' ? plain : /\p{Cf}/u.test(character) ? '' : ' ';
  if (folds.size < mostFolds) folds.set(character, made);
  return made;
}

const isMark = /^\p{M}$/u;
const isLatin = /[a-z]$/;

/** Lower case, half width, one space for whatever stands between words; no spaces at the beginning. */
export function fold(written: string): Folded {
  const text = written.normalize('NFC');
  let plain = '';
  const places: number[] = [];
  let at = 0;
  for (const character of text) {
    const silent = isMark.test(character) && isLatin.test(plain);
    const folded = silent ? '' : foldOf(character);
    const doubled = folded === ' ' && (plain === '' || plain.endsWith(' '));
    if (!doubled) {
      plain += folded;
      for (let n = 0; n < folded.length; n += 1) places.push(at);
    }
    at += character.length;
  }
  return { text, plain, places };
}

const hasDigit = /[0-9]/;
const longestBeginning = 5;
const slices = (run: string, size: number): string[] =>
  Array.from({ length: Math.max(0, run.length - size + 1) }, (_, n) => run.slice(n, n + size));

/** Beginnings of every Latin word; of numbers every three characters as well, for people remember their ends. */
const latinHeld = (run: string): string[] => [
  ...Array.from({ length: Math.min(run.length, longestBeginning) }, (_, n) => run.slice(0, n + 1)),
  ...(hasDigit.test(run) ? slices(run, 3).map((three) => `#${three}`) : []),
];

/** What a message is found by. */
export const keysHeld = (plain: string): string[] => [
  ...latinRuns(plain).flatMap(latinHeld),
  ...otherRuns(plain).flatMap(scriptKeys),
];

const bySlices = (run: string): boolean => hasDigit.test(run) && run.length >= 3;

const latinAsked = (run: string): string[] =>
  bySlices(run) ? slices(run, 3).map((three) => `#${three}`) : [run.slice(0, longestBeginning)];

const scriptAsked = (run: string): string[] => {
  const keys = scriptKeys(run);
  return keys.length > 1 ? keys.filter((key) => key.startsWith('b')) : keys;
};

/** A word somebody typed; `atWord`: it must stand at the beginning of a Latin word. */
interface Needle {
  readonly plain: string;
  readonly atWord: boolean;
}

/** What somebody typed: every needle must stand in a message, and so all of the keys. */
export interface Asked {
  readonly needles: readonly Needle[];
  readonly keys: readonly string[];
}

function needleOf(plain: string): Needle {
  const begins = /^[a-z0-9]+/.exec(plain)?.[0];
  return { plain, atWord: begins !== undefined && !bySlices(begins) };
}

/** Null where there is no letter or digit in it. */
export function readAsked(typed: string): Asked | null {
  const words = [...new Set(fold(typed).plain.split(' '))]
    .filter((word) => word !== '')
    .slice(0, 8);
  if (words.length === 0) return null;
  const keys = words.flatMap((word) => [
    ...latinRuns(word).flatMap(latinAsked),
    ...otherRuns(word).flatMap(scriptAsked),
  ]);
  return { needles: words.map(needleOf), keys: [...new Set(keys)] };
}

/** Begin and end of a place in a text, in UTF-16 units. */
export type Span = [number, number];

function spansOf({ plain, places, text }: Folded, { plain: word, atWord }: Needle): Span[] {
  const spans: Span[] = [];
  for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) {
    if (atWord && at > 0 && /[a-z0-9]/.test(plain[at - 1] ?? '')) continue;
    const end = at + word.length;
    spans.push([places[at] ?? 0, places[end] ?? text.length]);
  }
  return spans;
}

/** Where the needles stand in a text, in order; null when one of them does not. */
export function marksIn(folded: Folded, needles: readonly Needle[]): Span[] | null {
  const all: Span[] = [];
  for (const needle of needles) {
    const spans = spansOf(folded, needle);
    if (spans.length === 0) return null;
    all.push(...spans);
  }
  const merged: Span[] = [];
  for (const [from, to] of all.sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
