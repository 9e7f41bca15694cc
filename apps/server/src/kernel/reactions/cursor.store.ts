import { sql } from 'kysely';
import { system } from '../actor.ts';
import type { Db } from '../db.ts';
import { first, run, type Tx } from '../tx.ts';

/** So many events of others a cursor may leave behind it before it is moved over them. */
export const strideOver = 200;

/** Where a reaction stands in the log of its team, how often in a row it failed there, and where the log ends. */
export interface Cursor {
  readonly seq: number;
  readonly failures: number;
  readonly head: number;
}

const findCursor = (tx: Tx, name: string): Promise<Cursor | undefined> =>
  first(
    tx,
    sql`select r.seq, r.failures, (select c.seq from team_clocks c where c.team_id = r.team_id) as head
        from reaction_cursors r where r.team_id = ${tx.team} and r.name = ${name} for update of r skip locked`,
  );

/** The cursor, locked; made when it is not there yet. Undefined while another process holds it. */
export async function lockCursor(tx: Tx, name: string): Promise<Cursor | undefined> {
  const found = await findCursor(tx, name);
  if (found) return found;
  await run(
    tx,
    sql`insert into reaction_cursors (team_id, name) values (${tx.team}, ${name}) on conflict do nothing`,
  );
  return findCursor(tx, name);
}

/** What came before `seq` is done. */
export const moveCursor = (tx: Tx, name: string, seq: number) =>
  run(
    tx,
    sql`update reaction_cursors set seq = ${seq}, failures = 0
        where team_id = ${tx.team} and name = ${name}`,
  );

/** Moves reactions that have nothing ahead of them. */
export const moveIdle = (tx: Tx, names: readonly string[], head: number) =>
  run(
    tx,
    sql`insert into reaction_cursors (team_id, name, seq)
        select ${tx.team}, name, ${head} from unnest(${[...names].sort()}::text[]) as name
        on conflict (team_id, name) do update set seq = excluded.seq where reaction_cursors.seq < excluded.seq`,
  );

/** Counts a failure at the event ahead. */
export const noteFailure = (db: Db, team: string, name: string, why: string) =>
  db.write(system(team, name), (tx) =>
    run(
      tx,
      sql`update reaction_cursors set failures = failures + 1, failed_at = now(), failed_why = ${why}
          where team_id = ${team} and name = ${name}`,
    ),
  );
