import { sql } from 'kysely';
import { run, type Tx } from '../tx.ts';

/** Which of these keys a module has on its books: those bytes stay. */
export type Books = (tx: Tx, keys: readonly string[]) => Promise<string[]>;

/** The books of a table with a `key` and a `thumbnail_key`, each with an index of its own. */
export const booksOf =
  (table: string): Books =>
  async (tx, keys) => {
    const asked = [...keys];
    const rows = await run<{ key: string }>(
      tx,
      sql`select key from ${sql.table(table)} where team_id = ${tx.team} and key = any(${asked}::text[])
          union all
          select thumbnail_key from ${sql.table(table)} where team_id = ${tx.team} and thumbnail_key = any(${asked}::text[])`,
    );
    return rows.map(({ key }) => key);
  };
