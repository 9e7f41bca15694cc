import type { Span } from './search.text.rules.ts';

const before = 24;
const longest = 140;

/** A pair of surrogates is one character and stays together. */
const whole = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;

/** The part of a text around the first mark, and the marks in it. */
export function snippetOf(
  text: string,
  marks: readonly Span[],
): { readonly text: string; readonly marks: Span[] } {
  const first = marks[0]?.[0] ?? 0;
  const from = text.length <= longest ? 0 : whole(text, Math.max(0, first - before));
  const to = whole(text, Math.min(text.length, from + longest));
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  const moved = marks
    .filter(([begin]) => begin >= from && begin < to)
    .map(
      ([begin, end]): Span => [begin - from + head.length, Math.min(end, to) - from + head.length],
    );
  return { text: `${head}${text.slice(from, to)}${tail}`, marks: moved };
}
