import { sql } from 'kysely';
import type { ActorRef } from '../../kernel/actor.ts';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { NewTask } from './task.open.ts';

export type TaskStateWord = 'open' | 'doing' | 'done' | 'cancelled';

export interface TaskRow {
  readonly id: string;
  readonly shop_id: string | null;
  readonly title: string;
  readonly body: string;
  readonly state: TaskStateWord;
  readonly priority: 'normal' | 'high';
  readonly due_at: string | null;
  readonly remind_minutes: number | null;
  readonly repeat: { readonly every: 'day' | 'week' } | null;
  readonly buyer_id: string | null;
  readonly order_id: string | null;
  readonly conversation_id: string | null;
  readonly case_id: string | null;
  readonly parcel_id: string | null;
  readonly review_id: string | null;
  readonly promise_id: string | null;
  readonly maker_kind: ActorRef['kind'];
  readonly maker_id: string | null;
  readonly version: number;
  readonly made_at: string;
  readonly changed_at: string;
  readonly settled_at: string | null;
  readonly assignee_ids: string[];
  readonly assignees: { id: string; name: string; active: boolean }[];
  readonly maker_name: string | null;
  readonly timezone: string;
  readonly items_done: number;
  readonly items_all: number;
  readonly comments: number;
}

const iso = (column: string) => sql.raw(`${isoColumn(`t.${column}`)} as ${column}`);

/** Columns of a task `t` with the people it is with. */
export const taskColumns = sql`
  t.id, t.shop_id, t.title, t.body, t.state, t.priority, ${iso('due_at')}, t.remind_minutes, t.repeat,
  t.buyer_id, t.order_id, t.conversation_id, t.case_id, t.parcel_id, t.review_id, t.promise_id,
  t.maker_kind, t.maker_id, t.version, ${iso('made_at')}, ${iso('changed_at')}, ${iso('settled_at')},
  array(select a.member_id from task_assignees a where a.team_id = t.team_id and a.task_id = t.id order by a.member_id) as assignee_ids,
  coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name, 'active', m.status = 'active') order by m.name, m.id)
    from task_assignees a join published.members m on m.team_id = a.team_id and m.id = a.member_id
    where a.team_id = t.team_id and a.task_id = t.id), '[]') as assignees,
  coalesce((select m.name from published.members m where m.team_id = t.team_id and m.id = t.maker_id),
    (select k.name from published.api_keys k where k.team_id = t.team_id and k.id = t.maker_id)) as maker_name,
  coalesce((select s.timezone from published.shops s where s.team_id = t.team_id and s.id = t.shop_id),
    (select s.timezone from published.shops s where s.team_id = t.team_id order by s.id limit 1), 'UTC') as timezone,
  (select count(*) filter (where i.done_at is not null)::int from task_items i where i.team_id = t.team_id and i.task_id = t.id) as items_done,
  (select count(*)::int from task_items i where i.team_id = t.team_id and i.task_id = t.id) as items_all,
  (select count(*)::int from task_entries e where e.team_id = t.team_id and e.task_id = t.id and e.kind = 'comment') as comments`;

export const taskOfId = (tx: Tx, id: string) =>
  first<TaskRow>(
    tx,
    sql`select ${taskColumns} from tasks t where t.team_id = ${tx.team} and t.id = ${id}`,
  );

/**
 * The task, held until the transaction ends. Locked first and read then: what a statement finds beside a row it waited for is
 * older than the row.
 */
export async function lockTask(tx: Tx, id: string): Promise<TaskRow | undefined> {
  await run(tx, sql`select 1 from tasks where team_id = ${tx.team} and id = ${id} for update`);
  return taskOfId(tx, id);
}

interface TaskInsert extends NewTask {
  readonly id: string;
  readonly maker: ActorRef;
  readonly at: Date;
}

/** Adds a task; false when its source has one already. */
export async function insertTask(tx: Tx, made: TaskInsert): Promise<boolean> {
  const { links, source, maker } = made;
  const added = await run(
    tx,
    sql`insert into tasks (team_id, id, shop_id, title, body, priority, due_at, remind_minutes, repeat,
          buyer_id, order_id, conversation_id, case_id, parcel_id, review_id, promise_id,
          source_kind, source_id, maker_kind, maker_id, made_at, changed_at)
        values (${tx.team}, ${made.id}, ${made.shopId}, ${made.title}, ${made.body ?? ''}, ${made.priority ?? 'normal'},
          ${made.dueAt ? new Date(made.dueAt) : null}, ${made.remindMinutes ?? null}, ${made.repeat ? JSON.stringify(made.repeat) : null}::jsonb,
          ${links.buyerId ?? null}, ${links.orderId ?? null}, ${links.conversationId ?? null}, ${links.caseId ?? null},
          ${links.parcelId ?? null}, ${links.reviewId ?? null}, ${links.promiseId ?? null},
          ${source?.kind ?? null}, ${source?.id ?? null}, ${maker.kind}, ${maker.id}, ${made.at}, ${made.at})
        on conflict (team_id, source_kind, source_id) where source_kind is not null do nothing
        returning id`,
  );
  return added.length > 0;
}

export const taskOfSource = (tx: Tx, source: NewTask['source']) =>
  first<{ id: string }>(
    tx,
    sql`select id from tasks where team_id = ${tx.team} and source_kind = ${source?.kind ?? null}
          and source_id = ${source?.id ?? null}`,
  );

/** Puts people on a task; who is no longer here is left out. */
export const insertAssignees = (tx: Tx, taskId: string, members: readonly string[]) =>
  run(
    tx,
    sql`insert into task_assignees (team_id, task_id, member_id, pending)
        select ${tx.team}, t.id, m.id, t.state in ('open', 'doing')
        from tasks t join published.members m on m.team_id = t.team_id
        where t.team_id = ${tx.team} and t.id = ${taskId} and m.status = 'active' and m.id = any(${[...members]}::uuid[])
        on conflict do nothing`,
  );

/** The state of a task, with those it is with kept apart by whether it still waits for them. */
export const setState = (tx: Tx, id: string, state: TaskStateWord, pending: boolean, at: Date) =>
  run(
    tx,
    sql`with moved as (
          update tasks set state = ${state}, version = version + 1, changed_at = ${at},
            settled_at = case when ${pending} then null else ${at}::timestamptz end
          where team_id = ${tx.team} and id = ${id} returning id)
        update task_assignees a set pending = ${pending} from moved where a.team_id = ${tx.team} and a.task_id = moved.id`,
  );

export interface TaskChange {
  readonly title: string;
  readonly body: string;
  readonly dueAt: Date | null;
  readonly priority: 'normal' | 'high';
  readonly remindMinutes: number | null;
  readonly repeat: { readonly every: 'day' | 'week' } | null;
}

export const saveTask = (tx: Tx, id: string, to: TaskChange, at: Date) =>
  run(
    tx,
    sql`update tasks set title = ${to.title}, body = ${to.body}, due_at = ${to.dueAt}, priority = ${to.priority},
          remind_minutes = ${to.remindMinutes}, repeat = ${to.repeat ? JSON.stringify(to.repeat) : null}::jsonb,
          version = version + 1, changed_at = ${at}
        where team_id = ${tx.team} and id = ${id}`,
  );

export const touchTask = (tx: Tx, id: string, at: Date) =>
  run(tx, sql`update tasks set changed_at = ${at} where team_id = ${tx.team} and id = ${id}`);

export const deleteAssignees = (tx: Tx, taskId: string, members: readonly string[]) =>
  run(
    tx,
    sql`delete from task_assignees where team_id = ${tx.team} and task_id = ${taskId}
          and member_id = any(${[...members]}::uuid[])`,
  );

/** Pending tasks with a member. */
export const pendingOf = (tx: Tx, member: string) =>
  run<{ task_id: string }>(
    tx,
    sql`select task_id from task_assignees where team_id = ${tx.team} and member_id = ${member} and pending order by task_id`,
  );
