/** A word that stands for something in a text: as it is kept, and as people read it. */
export interface Slot {
  readonly code: string;
  readonly name: string;
}

const braces = /\{([^{}|]+)(\|[^{}]*)?\}/g;

const renamed = (text: string, nameOf: (inside: string) => string | undefined): string =>
  text.replace(braces, (whole, inside: string, instead = '') => {
    const name = nameOf(inside.trim());
    return name === undefined ? whole : `{${name}${instead}}`;
  });

/** The text with its words as people read them: `{buyer}` stands as `{买家称呼}`. */
export const shownText = (text: string, slots: readonly Slot[]): string =>
  renamed(text, (inside) => slots.find(({ code }) => code === inside)?.name);

/** The text as it is kept; a word typed as it is kept stays. */
export const keptText = (text: string, slots: readonly Slot[]): string =>
  renamed(text, (inside) => slots.find(({ name }) => name === inside)?.code);

interface Stretch {
  readonly from: number;
  readonly text: string;
  /** Stands for something. */
  readonly slot: boolean;
}

/** A shown text cut where words stand for something. */
export function stretchesOf(text: string, slots: readonly Slot[]): Stretch[] {
  const found: Stretch[] = [];
  let at = 0;
  const add = (to: number, slot: boolean) => {
    if (to > at) found.push({ from: at, text: text.slice(at, to), slot });
    at = to;
  };
  for (const match of text.matchAll(braces)) {
    if (!slots.some(({ name }) => name === match[1]?.trim())) continue;
    add(match.index, false);
    add(match.index + match[0].length, true);
  }
  add(text.length, false);
  return found;
}
