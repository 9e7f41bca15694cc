import { createHash } from 'node:crypto';
import type pg from 'pg';

/** So often a connection meets the same statement before it keeps it. */
const often = 6;
/** So many statements a connection keeps: each holds its plan in the memory of the database. */
const mostKept = 100;
/** So many different statements are counted at a time. */
const mostCounted = 500;

/** The statements of one connection: how often each was met, and the names of those it keeps. */
class Habits {
  readonly #met = new Map<string, number>();
  readonly #names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= mostKept) return known;
    const met = (this.#met.get(text) ?? 0) + 1;
    if (met < often) {
      if (this.#met.size >= mostCounted) this.#met.clear();
      this.#met.set(text, met);
      return undefined;
    }
    this.#met.delete(text);
    const name = `k-${createHash('sha1').update(text).digest('base64url')}`;
    this.#names.set(text, name);
    return name;
  }
}

const habits = new WeakMap<pg.Client, Habits>();

/**
 * The name under which a connection keeps a statement it meets often: the database reads and plans it once instead of every time.
 * Undefined for what is still rare. PostgreSQL itself goes on planning anew where the values matter (`plan_cache_mode` auto).
 */
export function keptName(client: pg.Client, text: string): string | undefined {
  let own = habits.get(client);
  if (!own) {
    own = new Habits();
    habits.set(client, own);
  }
  return own.nameOf(text);
}
