import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from 'kysely';
import type pg from 'pg';
import type { Actor } from './actor.ts';
import { JsonText } from './answer.ts';
import { noteDuration } from './slow.ts';

/**
 * A transaction or a read connection bound to one team. Opaque: what runs SQL over it stands below, and a module's SQL names
 * its own tables only.
 */
export interface Tx {
  readonly team: string | null;
}

type CloseHook = (tx: Tx) => Promise<void>;

/** What the kernel knows of a transaction; nothing outside the kernel reads it. */
export interface TxInside extends Tx {
  readonly client: pg.Client;
  readonly actor: Actor;
  readonly writable: boolean;
  readonly hooks: Map<string, CloseHook>;
  readonly queued: unknown[];
  /** What modules wait with until the close, by name; see `pending`. */
  readonly lists: Map<string, unknown[]>;
}

export const inside = (tx: Tx): TxInside => tx as TxInside;

export const openTx = (client: pg.Client, actor: Actor, writable: boolean): TxInside => ({
  team: actor.team,
  client,
  actor,
  writable,
  hooks: new Map(),
  queued: [],
  lists: new Map(),
});

const forbid = () => {
  throw new Error('the kernel opens and closes transactions');
};

/** Lets kysely speak over one connection whose transactions are not its business. */
class BorrowedDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(client: pg.Client) {
    this.#connection = {
      async executeQuery<R>(query: CompiledQuery) {
        const began = performance.now();
        const result = await client.query(query.sql, [...query.parameters]);
        noteDuration(query.sql, performance.now() - began);
        return { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) };
      },
      streamQuery: forbid,
    };
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  beginTransaction = async (): Promise<void> => forbid();
  commitTransaction = async (): Promise<void> => forbid();
  rollbackTransaction = async (): Promise<void> => forbid();
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

const builders = new WeakMap<pg.Client, Kysely<never>>();

function builderOf(client: pg.Client): Kysely<never> {
  const known = builders.get(client);
  if (known) return known;
  const made = new Kysely<never>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new BorrowedDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  builders.set(client, made);
  return made;
}

/** Gives a module the query builder over its own tables: `export const own = tables<OrdersTables>()`. */
export const tables =
  <T>() =>
  (tx: Tx): Kysely<T> =>
    builderOf(inside(tx).client) as unknown as Kysely<T>;

/** Runs SQL and returns its rows. */
export async function run<R>(tx: Tx, query: RawBuilder<unknown>): Promise<R[]> {
  const result = await query.execute(builderOf(inside(tx).client));
  return result.rows as R[];
}

/** Runs SQL and returns its first row, or undefined. */
export async function first<R>(tx: Tx, query: RawBuilder<unknown>): Promise<R | undefined> {
  return (await run<R>(tx, query))[0];
}

/**
 * Runs SQL that yields one row with one column of JSON text and hands it on untouched.
 * Null when there is no row or the column is null. Cast the column to `text`.
 */
export async function json(tx: Tx, query: RawBuilder<unknown>): Promise<JsonText | null> {
  const [row] = await run<Record<string, string | null>>(tx, query);
  const text = row ? Object.values(row)[0] : null;
  return typeof text === 'string' ? new JsonText(text) : null;
}

/** A statement prepared once per connection under a name; for the few hot paths. */
export async function prepared<R>(
  tx: Tx,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<R[]> {
  const began = performance.now();
  const result = await inside(tx).client.query({ name, text, values: [...values] });
  noteDuration(name, performance.now() - began);
  return result.rows as R[];
}

const names = new Map<string, string>();

/** One name per text: the same query in another form (another scope of the reader) is another statement. */
function nameOf(kind: string, text: string): string {
  const known = names.get(text);
  if (known) return known;
  const name = `${kind}-${names.size}`;
  names.set(text, name);
  return name;
}

/** As `run`, prepared once per connection: for statements over large views, whose planning costs more than their work. */
export function runPrepared<R>(tx: Tx, kind: string, query: RawBuilder<unknown>): Promise<R[]> {
  const { sql, parameters } = query.compile(builderOf(inside(tx).client));
  return prepared<R>(tx, nameOf(kind, sql), sql, parameters);
}

/** As `json`, prepared once per connection. */
export async function preparedJson(
  tx: Tx,
  kind: string,
  query: RawBuilder<unknown>,
): Promise<JsonText | null> {
  const [row] = await runPrepared<Record<string, string | null>>(tx, kind, query);
  const text = row ? Object.values(row)[0] : null;
  return typeof text === 'string' ? new JsonText(text) : null;
}

/** Runs the hook once per key when the work is done, just before the events are written. */
export function atClose(tx: Tx, key: string, hook: CloseHook): void {
  const { hooks, writable } = inside(tx);
  if (!writable) throw new Error('a reader cannot close with a write');
  if (!hooks.has(key)) hooks.set(key, hook);
}

/** A list of this transaction for what is written at its close; what `attempt` takes back leaves it too. */
export function pending<T>(tx: Tx, key: string): T[] {
  const { lists } = inside(tx);
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list as T[];
}

export { CompiledQuery };
