import { isId } from './ids.ts';
import { type Refusal, refuse } from './refusal.ts';

/** What the last row of a page was sorted by. */
export type Place = ReadonlyArray<string | number | null>;

/** An opaque cursor: the list's name and the sort values of the last row given. */
export const writeCursor = (list: string, place: Place): string =>
  Buffer.from(JSON.stringify([list, ...place])).toString('base64url');

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z$/;

const fitsKind: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string' && !value.includes('\0'),
  integer: (value) => Number.isSafeInteger(value),
  instant: (value) =>
    typeof value === 'string' && instant.test(value) && !Number.isNaN(Date.parse(value)),
  id: (value) => typeof value === 'string' && isId(value),
  null: (value) => value === null,
};

/** `text`, `integer`, `instant` (ISO 8601, Z), `id`, or `null`; alternatives with `|`. */
const fits = (kind: string, value: unknown): boolean =>
  kind.split('|').some((one) => fitsKind[one]?.(value) ?? false);

/**
 * Reads a cursor of that list; `kinds` names what each value must be, e.g. `['instant|null', 'id']`.
 * Null without a cursor; a refusal when it was made for another list or by hand.
 */
export function readCursor<P extends Place>(
  list: string,
  kinds: readonly string[],
  text: string | undefined,
): P | null | Refusal<'list.cursor_invalid'> {
  if (text === undefined) return null;
  let read: unknown;
  try {
    read = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return refuse('list.cursor_invalid');
  }
  if (!Array.isArray(read) || read[0] !== list || read.length !== kinds.length + 1) {
    return refuse('list.cursor_invalid');
  }
  const place = read.slice(1);
  return kinds.every((kind, n) => fits(kind, place[n]))
    ? (place as unknown as P)
    : refuse('list.cursor_invalid');
}

/** Cuts a page out of `limit + 1` rows and says where the next one starts. */
export function pageOf<R>(
  list: string,
  rows: readonly R[],
  limit: number,
  placeOf: (row: R) => Place,
): { items: R[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? writeCursor(list, placeOf(last)) : null };
}
