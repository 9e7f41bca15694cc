import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface QueueAge {
  waiting: number;
  oldestSeconds: number;
  failing: number;
}

/** Jobs of the whole instance that are due and not done; the queue lies outside the product's own tables. */
export async function readQueueAge(tx: Tx): Promise<QueueAge> {
  const row = await first<QueueAge>(tx, sql`select * from guitai_queue_age()`);
  return row ?? { waiting: 0, oldestSeconds: 0, failing: 0 };
}

export const readDatabaseBytes = async (tx: Tx): Promise<number> =>
  (await first<{ bytes: number }>(tx, sql`select pg_database_size(current_database()) as bytes`))
    ?.bytes ?? 0;

export interface ReactionState {
  name: string;
  behind: number;
  failures: number;
  failedAt: string | null;
  failedWhy: string | null;
}

/** How far each reaction of the team is behind the log: events it reacts to are among those it has not looked at. */
export const readReactions = (tx: Tx): Promise<ReactionState[]> =>
  run<ReactionState>(
    tx,
    sql`select r.name, (c.seq - r.seq)::int as behind, r.failures,
          ${sql.raw(isoColumn('r.failed_at'))} as "failedAt", r.failed_why as "failedWhy"
        from reaction_cursors r join team_clocks c on c.team_id = r.team_id
        where r.team_id = ${tx.team} order by r.name`,
  );
