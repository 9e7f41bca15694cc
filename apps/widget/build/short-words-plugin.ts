import type { Plugin } from 'vite';
import en from '../src/frame/words/en.ts';

const catalogue = /\/frame\/words\/[\w-]+\.ts$/;
const source = /\/src\/frame\/.*\.tsx?$/;
const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const shortName = (at: number) => letters[at] ?? `_${letters[at - letters.length]}`;
const short = new Map(Object.keys(en).map((key, at) => [key, shortName(at)]));

/**
 * Gives the words short names in the bundle: `w.sendProduct` and its line in each catalogue become `w.p`.
 * Saves about 0.7 kB of the chat's 15. Words that are looked up by a computed name stand in groups, which keep theirs.
 */
export const shortWords = (): Plugin => ({
  name: 'short-words',
  enforce: 'pre',
  transform(code, id) {
    if (catalogue.test(id))
      return code.replace(/^ {2}(\w+):/gm, (line, key) => line.replace(key, short.get(key) ?? key));
    if (source.test(id))
      return code.replace(/\bw\.(\w+)/g, (whole, key) =>
        short.has(key) ? `w.${short.get(key)}` : whole,
      );
    return null;
  },
});
