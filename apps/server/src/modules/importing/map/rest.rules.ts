import { childOf, isBranch, isList, JsonNumber, plainOf, type Value } from './value.rules.ts';

/** Which parts of a record have become fields of ours. */
export class Used {
  readonly #ways = new Set<string>();

  /** Marks what lies at the end of the way, with everything in it, as used. */
  mark(way: readonly string[]): void {
    this.#ways.add(JSON.stringify(way));
  }

  has(way: readonly string[]): boolean {
    return this.#ways.has(JSON.stringify(way));
  }
}

/** What of a value was not used; undefined when nothing is left. Places in lists stay: what was used there is null. */
export function restOf(value: Value, used: Used, way: readonly string[] = []): unknown {
  if (used.has(way)) return undefined;
  if (value instanceof JsonNumber || (!isList(value) && !isBranch(value))) return plainOf(value);
  const keys = Object.keys(value);
  if (keys.length === 0) return isList(value) ? [] : {};
  const parts = keys.map((key) => restOf(childOf(value, key) as Value, used, [...way, key]));
  if (parts.every((part) => part === undefined)) return undefined;
  if (isList(value)) return parts.map((part) => part ?? null);
  const rest: Record<string, unknown> = Object.create(null);
  for (const [n, key] of keys.entries()) if (parts[n] !== undefined) rest[key] = parts[n];
  return rest;
}
