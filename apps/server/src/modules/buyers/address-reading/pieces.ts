import type { Folded } from './fold.ts';
import type { Field, Label } from './labels.ts';

/** A run of words between separators, phones, labels and the region. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What the label before it says. */
  readonly field: Field | null;
  /** True where nothing but a space or the region stands between it and the piece before. */
  readonly follows: boolean;
}

const separator = /[\s,，、;；。|:：/【】_\\"'“”‘’「」]/;
const slash = (plain: string, at: number) =>
  plain[at] === '/' && /\w/.test(plain[at - 1] ?? '') && /\w/.test(plain[at + 1] ?? '');

/** What is left when everything that has been recognised is taken away; `breaks` are where telephone numbers end. */
export function piecesOf(
  { plain }: Folded,
  taken: Uint8Array,
  labels: readonly Label[],
  breaks: readonly number[],
): Piece[] {
  const pieces: Piece[] = [];
  let start = -1;
  for (let at = 0; at <= plain.length; at += 1) {
    const letter = plain[at] ?? '\n';
    const cuts =
      taken[at] === 1 ||
      at === plain.length ||
      (separator.test(letter) && !slash(plain, at) && !between(plain, at));
    if (!cuts && start < 0) start = at;
    if (!cuts || start < 0) continue;
    const piece = pieceAt(plain, start, at, labels, breaks, pieces.at(-1));
    if (piece) pieces.push(piece);
    start = -1;
  }
  return pieces;
}

// 17、18楼 is one thing.
const between = (plain: string, at: number) =>
  plain[at] === '、' &&
  /[\dA-Za-z]/.test(plain[at - 1] ?? '') &&
  /[\dA-Za-z]/.test(plain[at + 1] ?? '');

function pieceAt(
  plain: string,
  start: number,
  end: number,
  labels: readonly Label[],
  breaks: readonly number[],
  last: Piece | undefined,
): Piece | null {
  const raw = plain.slice(start, end);
  const text = raw.replace(/^[-.~!?！？*·]+|[-.~!?！？*·(（]+$/g, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const label = labels.findLast((other) => other.end <= start);
  const line = plain.lastIndexOf('\n', start);
  // What stands behind a telephone number no longer belongs to the label before it.
  const isOver = label && breaks.some((end) => end > label.end && end <= start);
  const holds = label && !isOver && (label.end > line || label.field !== 'name');
  const field = holds ? label.field : null;
  const from = start + raw.indexOf(text);
  return {
    start: from,
    end: from + text.length,
    text,
    field,
    follows: /^\s*$/.test(plain.slice(last?.end ?? 0, start)),
  };
}
