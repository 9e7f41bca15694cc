import { readFileSync } from 'node:fs';

/** A pasted text made plain. All three have the same length, so that a place in one is a place in the others. */
export interface Folded {
  /** Half-width, without control signs and emoji (each is a space). */
  readonly plain: string;
  /** `plain` in simplified characters and capitals, for looking up. */
  readonly key: string;
}

/** Longest text that is read; an address with everything around it has 200. */
export const longestText = 1000;

let variants: ReadonlyMap<number, string> | null = null;

function simplified(): ReadonlyMap<number, string> {
  if (variants) return variants;
  const text = readFileSync(new URL('./variants.txt', import.meta.url), 'utf8').replaceAll(
    '\n',
    '',
  );
  const pairs = new Map<number, string>();
  for (let at = 0; at + 1 < text.length; at += 2)
    pairs.set(text.charCodeAt(at), text[at + 1] ?? '');
  variants = pairs;
  return pairs;
}

const isNoise = (code: number) =>
  (code < 32 && code !== 10) ||
  (code >= 0x7f && code <= 0xa0) ||
  (code >= 0x2000 && code <= 0x200f) ||
  (code >= 0x2028 && code <= 0x202f) ||
  (code >= 0x2060 && code <= 0x206f) ||
  (code >= 0x2190 && code <= 0x2bff) ||
  (code >= 0xd800 && code <= 0xf8ff) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0xfffc ||
  code === 0xfffd;

function plainLetter(code: number): string {
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2010 || code === 0x2011 || (code >= 0x2013 && code <= 0x2015)) return '-';
  if (code === 13) return '\n';
  return isNoise(code) ? ' ' : String.fromCharCode(code);
}

/** Makes the first thousand characters plain. */
export function fold(text: string): Folded {
  const pairs = simplified();
  const end = Math.min(text.length, longestText);
  let plain = '';
  let key = '';
  for (let at = 0; at < end; at += 1) {
    const letter = plainLetter(text.charCodeAt(at));
    plain += letter;
    key += pairs.get(letter.charCodeAt(0)) ?? letter;
  }
  return { plain, key: upper(key) };
}

// Only a–z: other letters may grow when they become capitals, and places would no longer agree.
const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

/** Whether a character is Chinese. */
export const isHan = (letter: string | undefined): boolean =>
  letter !== undefined && letter >= '\u3400' && letter <= '\u9fff';
