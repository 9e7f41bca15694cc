import { childOf, isBranch, isList, type Value } from './value.rules.ts';

/** A value of the file in its place: its key, what it lies in, and the way to it from its record. */
export interface Spot {
  readonly value: Value | undefined;
  readonly key: string;
  readonly parent: Spot | null;
  /** Keys from the record to here; null above the record, whose leftovers are another record's. */
  readonly way: readonly string[] | null;
}

/** A record's own spot. */
export const recordSpot = (value: Value, key: string, parent: Spot | null = null): Spot => ({
  value,
  key,
  parent,
  way: [],
});

/** A step further in. */
export const stepInto = (spot: Spot, key: string): Spot => ({
  value: childOf(spot.value, key),
  key,
  parent: spot,
  way: spot.way === null ? null : [...spot.way, key],
});

const above = (spot: Spot): Spot => {
  const up = spot.parent ?? { value: undefined, key: '', parent: null, way: null };
  const outside = spot.way === null || spot.way.length === 0;
  return outside ? { ...up, way: null } : up;
};

const keysOf = (path: string | readonly string[]): readonly string[] =>
  typeof path === 'string' ? path.split('.') : path;

/**
 * Follows a path: keys with dots between, or a list of keys where one holds a dot. `.` is the thing itself, `$parent`
 * what it lies in, `$key` the key under which it lies.
 */
export function follow(from: Spot, path: string | readonly string[]): Spot {
  if (path === '.') return from;
  let spot = from;
  for (const key of keysOf(path)) {
    if (key === '$parent') spot = above(spot);
    else if (key === '$key') spot = { value: spot.key, key: '$key', parent: spot, way: null };
    else spot = stepInto(spot, key);
  }
  return spot;
}

/** The entries of a list or of an object, each in its place. */
export function entriesOf(spot: Spot): Spot[] {
  const { value } = spot;
  if (isList(value)) return value.map((_, n) => stepInto(spot, String(n)));
  if (isBranch(value)) return Object.keys(value).map((key) => stepInto(spot, key));
  return [];
}

/** Keys a part of a records path stands for: `*` all of them, `{a,b}` those named, otherwise one. */
function stepsInto(spot: Spot, part: string): Spot[] {
  if (part === '*') return entriesOf(spot);
  const named = /^\{(.+)\}$/.exec(part)?.[1]?.split(',') ?? [part];
  return named.map((key) => stepInto(spot, key));
}

/** Records below a unit by the rest of a records path, e.g. `['fulfillments', '*', 'tracking_id', '*']`. */
export function recordsBelow(unit: Spot, rest: readonly string[]): Spot[] {
  const [part, ...further] = rest;
  if (part === undefined) return [{ ...unit, way: [] }];
  return stepsInto(unit, part)
    .filter((spot) => spot.value !== undefined)
    .flatMap((spot) => recordsBelow(spot, further));
}
