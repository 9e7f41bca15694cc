import { sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { ProblemRow } from './tables.ts';

const columns = sql`id, parcel_id as "parcelId", order_id as "orderId", shop_id as "shopId", buyer_id as "buyerId",
  conversation_id as "conversationId", cause, since, closed_at as "closedAt", task_id as "taskId"`;

/** Open problems of these parcels. */
export const openProblems = (tx: Tx, parcelIds: readonly string[]) =>
  run<ProblemRow>(
    tx,
    sql`select ${columns} from parcel_problems
        where team_id = ${tx.team} and parcel_id = any(${[...parcelIds]}::uuid[]) and closed_at is null order by since, id`,
  );

export const problemOfId = (tx: Tx, id: string) =>
  first<ProblemRow>(
    tx,
    sql`select ${columns} from parcel_problems where team_id = ${tx.team} and id = ${id}`,
  );

/** The open problem a task was opened for. */
export const openProblemOfTask = (tx: Tx, taskId: string) =>
  first<ProblemRow>(
    tx,
    sql`select ${columns} from parcel_problems where team_id = ${tx.team} and task_id = ${taskId} and closed_at is null`,
  );

export const lockProblems = (tx: Tx, ids: readonly string[]) =>
  run<ProblemRow>(
    tx,
    sql`select ${columns} from parcel_problems where team_id = ${tx.team} and id = any(${[...ids]}::uuid[]) order by id for update`,
  );

/** Whether a person has said this episode is seen to: the same state lying on is no new one. */
export const seenTo = async (tx: Tx, parcelId: string, cause: string, since: Date) =>
  (await first(
    tx,
    sql`select 1 as one from parcel_problems where team_id = ${tx.team} and parcel_id = ${parcelId} and cause = ${cause}
          and closed_by is not null and since >= ${since} limit 1`,
  )) !== undefined;

/** Opens an episode; false while one of its kind is open. */
export async function insertProblem(
  tx: Tx,
  row: Omit<ProblemRow, 'closedAt' | 'taskId'>,
  at: Date,
): Promise<boolean> {
  const made = await run(
    tx,
    sql`insert into parcel_problems (team_id, id, parcel_id, order_id, shop_id, buyer_id, conversation_id, cause, since, opened_at)
        values (${tx.team}, ${row.id}, ${row.parcelId}, ${row.orderId}, ${row.shopId}, ${row.buyerId}, ${row.conversationId},
          ${row.cause}, ${row.since}, ${at})
        on conflict do nothing returning 1 as one`,
  );
  return made.length > 0;
}

export const setTask = (tx: Tx, id: string, taskId: string) =>
  run(
    tx,
    sql`update parcel_problems set task_id = ${taskId} where team_id = ${tx.team} and id = ${id}`,
  );

/** Ends episodes, by themselves or by a person; those that were over stay as they are. */
export const closeProblems = (tx: Tx, ids: readonly string[], at: Date, by: string | null = null) =>
  run<ProblemRow>(
    tx,
    sql`update parcel_problems set closed_at = ${at}, closed_by = ${by}
        where team_id = ${tx.team} and id = any(${[...ids]}::uuid[]) and closed_at is null returning ${columns}`,
  );

/** Opens an episode again that a person had closed; undefined where another is open or the parcel moved on. */
export const reopenProblem = (tx: Tx, id: string) =>
  first<ProblemRow>(
    tx,
    sql`update parcel_problems p set closed_at = null, closed_by = null
        where team_id = ${tx.team} and id = ${id} and closed_by is not null
          and not exists (select from parcel_problems o where o.team_id = p.team_id and o.parcel_id = p.parcel_id
            and o.cause = p.cause and o.closed_at is null) returning ${columns}`,
  );

export const noteWritten = (tx: Tx, id: string, at: Date) =>
  run(
    tx,
    sql`update parcel_problems set written_at = ${at} where team_id = ${tx.team} and id = ${id}`,
  );
