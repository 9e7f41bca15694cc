import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export async function insertItems(tx: Tx, taskId: string, texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  const rows = texts.map((text) => ({ id: newId(), text }));
  await run(
    tx,
    sql`insert into task_items (team_id, id, task_id, text)
        select ${tx.team}, r.id, ${taskId}, r.text
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, text text)`,
  );
}

/** Ticks a line or takes the tick away; undefined when it is not there, or stands so already. */
export const markItem = (
  tx: Tx,
  item: { taskId: string; itemId: string },
  done: { at: Date; by: string | null } | null,
) =>
  first<{ text: string }>(
    tx,
    sql`update task_items set done_at = ${done?.at ?? null}::timestamptz, done_by = ${done?.by ?? null}::uuid
        where team_id = ${tx.team} and task_id = ${item.taskId} and id = ${item.itemId}
          and (done_at is null) = ${done !== null} returning text`,
  );

export const findItem = (tx: Tx, taskId: string, itemId: string) =>
  first<{ text: string }>(
    tx,
    sql`select text from task_items where team_id = ${tx.team} and task_id = ${taskId} and id = ${itemId}`,
  );

export const deleteItem = (tx: Tx, taskId: string, itemId: string) =>
  first<{ text: string }>(
    tx,
    sql`delete from task_items where team_id = ${tx.team} and task_id = ${taskId} and id = ${itemId} returning text`,
  );

/** The lines of one task for another, all to be done again. */
export const copyItems = (tx: Tx, from: string, to: string) =>
  run(
    tx,
    sql`insert into task_items (team_id, id, task_id, text)
        select team_id, gen_random_uuid(), ${to}, text from (
          select team_id, text from task_items where team_id = ${tx.team} and task_id = ${from} order by id) i`,
  );
