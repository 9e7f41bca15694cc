import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { silenceSeconds } from './import.store.ts';

/** Takes a run over: a waiting one, or one whose process fell silent. False when another process is at it. */
export async function claimRun(tx: Tx, id: string, runner: string): Promise<boolean> {
  const row = await first(
    tx,
    sql`update imports set state = 'running', runner = ${runner}, beat_at = now(), started_at = coalesce(started_at, now())
        where team_id = ${tx.team} and id = ${id} and (state in ('waiting', 'interrupted')
          or (state = 'running' and beat_at < now() - make_interval(secs => ${silenceSeconds})))
        returning 1 as one`,
  );
  return row !== undefined;
}

export interface Progress {
  /** Entries of the file up to which everything is settled; a resumed run starts behind them. */
  readonly read: number;
  readonly readBytes: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/**
 * Adds a batch's counts; resolves to how many rejects there were before. Null when the run was cancelled or taken over
 * meanwhile: then nothing of the batch may stay.
 */
export async function addProgress(
  tx: Tx,
  id: string,
  runner: string,
  batch: Progress,
): Promise<number | null> {
  const row = await first<{ before: number }>(
    tx,
    sql`update imports set read = ${batch.read}, read_bytes = ${batch.readBytes}, created = created + ${batch.created},
          changed = changed + ${batch.changed}, unchanged = unchanged + ${batch.unchanged},
          rejected = rejected + ${batch.rejected}, beat_at = now()
        where team_id = ${tx.team} and id = ${id} and runner = ${runner} and state = 'running'
        returning rejected - ${batch.rejected}::int as before`,
  );
  return row?.before ?? null;
}

/** Ends a run. */
export const endRun = (
  tx: Tx,
  id: string,
  runner: string,
  state: 'done' | 'failed',
  failure: { code: string; where: string } | null = null,
) =>
  run(
    tx,
    sql`update imports set state = ${state}, failure = ${failure?.code ?? null}, failure_at = ${failure?.where ?? null}, finished_at = now(),
          read_bytes = case when ${state} = 'done' then size else read_bytes end
        where team_id = ${tx.team} and id = ${id} and runner = ${runner} and state = 'running'`,
  );

/** Stops a run that is not over; false where it is. */
export async function stopRun(tx: Tx, id: string): Promise<boolean> {
  const row = await first(
    tx,
    sql`update imports set state = 'cancelled', finished_at = now() where team_id = ${tx.team} and id = ${id}
        and state in ('waiting', 'running', 'interrupted') returning 1 as one`,
  );
  return row !== undefined;
}

export interface Reject {
  readonly record: number;
  readonly line: number | null;
  readonly key: string;
  readonly field: string;
  readonly reason: string;
  readonly source: string;
}

/** Keeps rejected records, numbered from `from` on. */
export async function addRejects(
  tx: Tx,
  id: string,
  from: number,
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return;
  const rows = rejects.map((reject, n) => ({ ...reject, no: from + n + 1 }));
  await run(
    tx,
    sql`insert into import_rejects (team_id, import_id, no, record, line, key, field, reason, source)
        select ${tx.team}, ${id}, r.no, r.record, r.line, r.key, r.field, r.reason, r.source
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(no int, record int, line int, key text, field text, reason text, source text)`,
  );
}

export const readRejects = (tx: Tx, id: string, after: number, limit: number) =>
  run<Reject & { no: number }>(
    tx,
    sql`select no, record, line, key, field, reason, source from import_rejects
        where team_id = ${tx.team} and import_id = ${id} and no > ${after} order by no limit ${limit}`,
  );
