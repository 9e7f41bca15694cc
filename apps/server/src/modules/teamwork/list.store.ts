import type { teamwork } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type TaskRow, taskColumns } from './task.store.ts';

type Condition = RawBuilder<unknown>;

/** Which tasks are wanted of those the reader may see. */
export interface Wanted {
  readonly view?: teamwork.TaskViewWord | undefined;
  readonly member: string | null;
  readonly state?: string | undefined;
  readonly priority?: string | undefined;
  readonly shopId?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly buyerId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly q?: string | undefined;
  readonly now: Date;
}

const pending = sql`t.state in ('open', 'doing')`;

const isWith = (member: string | null | undefined, more = sql``) =>
  sql`exists (select from task_assignees a where a.team_id = t.team_id and a.task_id = t.id and a.member_id = ${member} ${more})`;

const orphaned = sql`exists (select from task_assignees a join published.members m on m.team_id = a.team_id and m.id = a.member_id
  where a.team_id = t.team_id and a.task_id = t.id and a.pending and m.status <> 'active')`;

const views: Readonly<Record<teamwork.TaskViewWord, (wanted: Wanted) => Condition>> = {
  mine: ({ member }) => isWith(member),
  made: ({ member }) => sql`t.maker_id = ${member}`,
  team: () => sql`true`,
  overdue: ({ now }) => sql`t.due_at < ${now}`,
  orphaned: () => orphaned,
  done: () => sql`true`,
};

const like = (q: string): string => `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const equal = (column: string, value: string | undefined): Condition =>
  value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`;

/** Whether settled ones are wanted. */
export const wantsSettled = ({ view, state }: Pick<Wanted, 'view' | 'state'>): boolean =>
  view === 'done' || state === 'done' || state === 'cancelled';

function conditions(wanted: Wanted): Condition {
  const { q, ids } = wanted;
  const stands = ids ? sql`true` : wantsSettled(wanted) ? sql`t.settled_at is not null` : pending;
  return sql`${stands} and ${wanted.view ? views[wanted.view](wanted) : sql`true`}
    and ${equal('t.state', wanted.state)} and ${equal('t.priority', wanted.priority)} and ${equal('t.shop_id', wanted.shopId)}
    and ${equal('t.buyer_id', wanted.buyerId)} and ${equal('t.order_id', wanted.orderId)}
    and ${equal('t.conversation_id', wanted.conversationId)}
    and ${wanted.assigneeId ? isWith(wanted.assigneeId) : sql`true`}
    and ${ids ? sql`t.id = any(${[...ids]}::uuid[])` : sql`true`}
    and ${q ? sql`(t.title ilike ${like(q)} or t.body ilike ${like(q)})` : sql`true`}`;
}

/** Pending ones by due time, those without at the end; settled ones by when, newest first. */
export function listTaskRows(
  tx: Tx,
  seen: Condition,
  wanted: Wanted,
  after: readonly [string | null, string] | null,
  limit: number,
): Promise<TaskRow[]> {
  const settled = wantsSettled(wanted);
  const key = settled ? sql`t.settled_at` : sql`coalesce(t.due_at, 'infinity')`;
  const at = sql`coalesce(${after?.[0] ?? null}::timestamptz, 'infinity')`;
  const page = after
    ? sql`(${key}, t.id) ${sql.raw(settled ? '<' : '>')} (${at}, ${after[1]}::uuid)`
    : sql`true`;
  const way = sql.raw(settled ? 'desc' : 'asc');
  return run<TaskRow>(
    tx,
    sql`select ${taskColumns} from tasks t
        where t.team_id = ${tx.team} and ${seen} and ${conditions(wanted)} and ${page}
        order by ${key} ${way}, t.id ${way} limit ${limit}`,
  );
}

export interface Counts {
  readonly mine: number;
  readonly made: number;
  readonly team: number;
  readonly overdue: number;
  readonly orphaned: number;
}

/** Pending tasks of each view. */
export const countRows = (tx: Tx, seen: Condition, member: string | null, now: Date) =>
  first<Counts>(
    tx,
    sql`select count(*) filter (where ${isWith(member)})::int as mine, count(*) filter (where t.maker_id = ${member})::int as made,
          count(*)::int as team, count(*) filter (where t.due_at < ${now} and ${isWith(member)})::int as overdue,
          count(*) filter (where ${orphaned})::int as orphaned
        from tasks t where t.team_id = ${tx.team} and ${pending} and ${seen}`,
  );
