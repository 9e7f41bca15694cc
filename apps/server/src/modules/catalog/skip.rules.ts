/**
 * Initials of the words somebody remembers of a name: `zsh` for 紫砂西施壶. What is left out are whole words between pieces that stay
 * together. A piece of one letter says little, so it counts only where Chinese names carry their weight: as the last character
 * of a run, its head (壶), or as its first (竹餐盘 `zcp`).
 */
export interface Skipping {
  /** Pieces in the order in which they stand. */
  readonly pieces: readonly string[];
  /** What a product must hold to be looked at. */
  readonly keys: readonly string[];
}

const [shortest, longest] = [3, 8];
/** From so many letters on, words may be left out in two places. */
const twoGapsFrom = 6;
/** No syllable begins with these. */
const neverFirst = /[iuv]/;

const pairsOf = (piece: string): string[] =>
  [...piece].slice(0, -1).map((letter, n) => `i${letter}${piece[n + 1] ?? ''}`);

function cuts(length: number): number[][] {
  const one = Array.from({ length: length - 1 }, (_, n) => [n + 1]);
  if (length < twoGapsFrom) return one;
  const two: number[][] = [];
  for (let a = 2; a <= length - 4; a += 1)
    for (let b = a + 2; b <= length - 2; b += 1) two.push([a, b]);
  return [...one, ...two];
}

function skippingAt(typed: string, at: readonly number[]): Skipping {
  const ends = [...at, typed.length];
  const pieces = ends.map((end, n) => typed.slice(n === 0 ? 0 : ends[n - 1], end));
  const [first = '', last = ''] = [pieces[0], pieces.at(-1)];
  const keys = [
    ...pieces.flatMap(pairsOf),
    ...(first.length === 1 ? [`y${first}`] : []),
    ...(last.length === 1 ? [`z${last}`] : []),
  ];
  return { pieces, keys };
}

/** Every way in which typed letters may be initials with words left out between them; none for what is no initials. */
export function skippings(typed: string): Skipping[] {
  const letters = /^[a-z]+$/.test(typed) && !neverFirst.test(typed);
  if (!letters || typed.length < shortest || typed.length > longest) return [];
  return cuts(typed.length).map((at) => skippingAt(typed, at));
}

/** The same as a pattern over initials, whose runs stand between spaces; `first`: only where the first piece begins a run. */
export function skipPattern(ways: readonly Skipping[], first = false): string | null {
  if (ways.length === 0) return null;
  return ways
    .map(({ pieces }) => {
      const begins = first || pieces[0]?.length === 1;
      const ends = pieces.at(-1)?.length === 1;
      return `${begins ? ' ' : ''}${pieces.join('.*')}${ends ? ' ' : ''}`;
    })
    .join('|');
}
