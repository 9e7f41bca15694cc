/**
 * How a text becomes the whole numbers that the search index holds. Chinese stands as single characters and pairs, Latin
 * words and numbers as beginnings and threes, Chinese also as pinyin (full and initials). A number is a hash, so two texts
 * may share one: whoever asks the index checks the texts again.
 */

/** Lower case, half width, without marks and invisible signs; everything but letters and digits is one space. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** A SKU or number without what people put between its parts. */
export const plainCode = (code: string): string => plainText(code).replaceAll(' ', '');

const latin = /[a-z0-9]+/g;
const other = /[^a-z0-9 ]+/g;

/** Runs of Latin letters and digits in a plain text. */
export const latinRuns = (plain: string): string[] => plain.match(latin) ?? [];

/** Runs of every other script. */
export const otherRuns = (plain: string): string[] => plain.match(other) ?? [];

const slices = (units: readonly string[], size: number): string[] =>
  units
    .slice(0, Math.max(0, units.length - size + 1))
    .map((_, n) => units.slice(n, n + size).join(''));

/** Single characters and pairs, each with its mark. */
export const scriptKeys = (run: string): string[] => {
  const units = [...run];
  return [...units.map((unit) => `u${unit}`), ...slices(units, 2).map((pair) => `b${pair}`)];
};

/** Beginnings of one and two letters, and every three. */
export const latinKeys = (run: string): string[] => [
  `l${run.slice(0, 1)}`,
  ...(run.length > 1 ? [`l${run.slice(0, 2)}`] : []),
  ...slices([...run], 3).map((three) => `t${three}`),
];

/** From each syllable on: the first two and four letters; and each pair of initials. */
export function pinyinKeys(syllables: readonly string[]): string[] {
  const keys: string[] = [];
  for (let n = 0; n < syllables.length; n += 1) {
    const onwards = syllables.slice(n, n + 4).join('');
    if (onwards.length >= 2) keys.push(`p${onwards.slice(0, 2)}`);
    if (onwards.length >= 4) keys.push(`q${onwards.slice(0, 4)}`);
  }
  const initials = syllables.map((syllable) => syllable.slice(0, 1));
  return [...keys, ...slices(initials, 2).map((pair) => `i${pair}`)];
}

/** Where a run of Chinese begins and what it ends with, its head: one initial each. */
export const edgeKeys = (syllables: readonly string[]): string[] => {
  const [first, last] = [syllables[0], syllables.at(-1)];
  return first && last ? [`y${first.slice(0, 1)}`, `z${last.slice(0, 1)}`] : [];
};

/** Sounds that many do not tell apart, in speaking and so in typing: zh z, ch c, sh s, ng n, ü u. */
export const looseSound = (pinyin: string): string =>
  pinyin
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/v/g, 'u');

const soundLength = 4;

/** From each syllable on, four letters as they sound. */
export function soundKeys(syllables: readonly string[]): string[] {
  const loose = syllables.map(looseSound);
  return loose
    .map((_, n) =>
      loose
        .slice(n, n + soundLength)
        .join('')
        .slice(0, soundLength),
    )
    .filter((sound) => sound.length === soundLength)
    .map((sound) => `f${sound}`);
}

/** The same of typed letters, whose syllables nobody knows: from each letter on. */
export const typedSoundKeys = (typed: string): string[] =>
  slices([...looseSound(typed)], soundLength).map((sound) => `f${sound}`);

const fnv = (text: string, seed: number): number => {
  let hash = seed;
  for (let n = 0; n < text.length; n += 1) {
    hash ^= text.charCodeAt(n);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash;
};

/** Hashes keys for one team, so that no list in the index mixes two teams; sorted, each once. */
export function hashKeys(team: string, keys: Iterable<string>): number[] {
  const seed = fnv(team, 0x811c9dc5);
  return [...new Set([...keys].map((key) => fnv(key, seed) | 0))].sort((a, b) => a - b);
}
