/** A text as forbidden words are looked for in it: letters and digits only, each with its place in what was written. */
export interface Folded {
  readonly letters: readonly string[];
  /** Where each letter begins in the text, and after the last the text's length. */
  readonly at: readonly number[];
  /** Whether something that is no letter stands just before it. */
  readonly apart: readonly boolean[];
}

const skipped = /[^\p{L}\p{N}]/u;
/** By UTF-16 unit; what lies beyond the basic plane by character. */
const units: (string | undefined)[] = new Array(65_536);
const known = new Map<string, string>();

/** One character: full width made half, lower case, without marks; empty when it is no letter or digit. */
export function foldLetter(letter: string): string {
  const single = letter.length === 1;
  const found = single ? units[letter.charCodeAt(0)] : known.get(letter);
  if (found !== undefined) return found;
  const folded = [...letter.normalize('NFKC').toLowerCase().normalize('NFKC')]
    .filter((one) => !skipped.test(one))
    .join('');
  if (known.size > 20_000) known.clear();
  if (single) units[letter.charCodeAt(0)] = folded;
  else known.set(letter, folded);
  return folded;
}

/** Takes out of the way what people put between letters: spaces, signs, invisible characters, pictures. */
export function fold(text: string): Folded {
  const letters: string[] = [];
  const at: number[] = [];
  const apart: boolean[] = [];
  let place = 0;
  let gap = true;
  for (const letter of text) {
    const folded = foldLetter(letter);
    for (const one of folded) {
      letters.push(one);
      at.push(place);
      apart.push(gap);
      gap = false;
    }
    if (folded === '') gap = gap || !isMark(letter);
    place += letter.length;
  }
  at.push(text.length);
  return { letters, at, apart };
}

/** Marks and invisible characters stand inside a word without parting it. */
const isMark = (letter: string): boolean => /[\p{M}\p{Cf}]/u.test(letter);

/** What two spellings of a forbidden word have in common; empty when it holds no letter. */
export const foldedWord = (word: string): string => fold(word).letters.join('');
