import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** Whether the first owner is still to come. */
export async function isSetupOpen(tx: Tx): Promise<boolean> {
  const row = await first<{ closed: boolean }>(
    tx,
    sql`select exists (select from teams) or exists (select from setup where closed_at is not null) as closed`,
  );
  return row?.closed === false;
}

/** Keeps the newest link's hash; older links are void. */
export const keepToken = (tx: Tx, hash: Buffer) =>
  run(
    tx,
    sql`insert into setup (token_hash) values (${hash})
        on conflict (one) do update set token_hash = excluded.token_hash where setup.closed_at is null`,
  );

/** Takes the door's only key: the row stays locked until the owner exists or the attempt fails. */
export const lockSetup = (tx: Tx) =>
  first<{ token_hash: Buffer; closed_at: Date | null }>(
    tx,
    sql`select token_hash, closed_at from setup for update`,
  );

export const closeSetup = (tx: Tx) => run(tx, sql`update setup set closed_at = ${now()}`);

export const insertTeam = (tx: Tx, id: string, name: string) =>
  run(tx, sql`insert into teams (id, name) values (${id}, ${name})`);
