import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';

/** An act on one thing as its history tells of it. */
export interface Told {
  readonly seq: number;
  readonly at: string;
  readonly action: string;
  readonly actorKind: string;
  readonly byName: string;
  readonly reason: string | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What was done to one thing, newest first; only these acts, only those carried out. Who may see the thing is the caller's to ask. */
export const readHistory = (
  tx: Tx,
  wanted: {
    readonly subjectId: string;
    readonly actions: readonly string[];
    readonly below: number | null;
    readonly limit: number;
  },
): Promise<Told[]> =>
  run(
    tx,
    sql`select e.seq::float8 as seq, ${sql.raw(isoColumn('e.at'))} as at, e.action, e.actor_kind as "actorKind",
          coalesce(m.name, k.name, '') as "byName", e.reason, e.before::json as before, e.after::json as after
        from audit_entries e
        left join published.members m on m.team_id = e.team_id and m.id = e.actor_id
        left join published.api_keys k on k.team_id = e.team_id and k.id = e.actor_id
        where e.team_id = ${tx.team} and e.subject_id = ${wanted.subjectId} and e.outcome = 'done'
          and e.action = any(${[...wanted.actions]}::text[]) and (${wanted.below}::bigint is null or e.seq < ${wanted.below}::bigint)
        order by e.seq desc limit ${wanted.limit}`,
  );
