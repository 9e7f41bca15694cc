import type { teamwork } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type TaskRow, taskColumns } from './task.store.ts';

type Condition = RawBuilder<unknown>;

/** Which tasks are wanted of those the reader may see. */
export interface Wanted {
  readonly team: string | null;
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

/** Tasks with people who are gone: few, so they are looked for once, from the people. */
const orphaned = (
  team: string | null,
) => sql`t.id = any(array(select a.task_id from published.members m
  join task_assignees a on a.team_id = m.team_id and a.member_id = m.id and a.pending
  where m.team_id = ${team} and m.status <> 'active'))`;

const views: Readonly<Record<teamwork.TaskViewWord, (wanted: Wanted) => Condition>> = {
  mine: ({ member }) => isWith(member),
  made: ({ member }) => sql`t.maker_id = ${member}`,
  team: () => sql`true`,
  overdue: ({ now }) => sql`t.due_at < ${now}`,
  orphaned: ({ team }) => orphaned(team),
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

/** Where the rows come from and what they are sorted by: a person's own pending ones from an index that begins with the person. */
function wayTo(wanted: Wanted) {
  const whole = { from: sql`tasks t`, id: sql`t.id` };
  if (wantsSettled(wanted)) return { ...whole, key: sql`t.settled_at` };
  if (wanted.view !== 'mine' || wanted.ids)
    return { ...whole, key: sql`coalesce(t.due_at, 'infinity')` };
  const from = sql`task_assignees w join tasks t on t.team_id = w.team_id and t.id = w.task_id
    and w.member_id = ${wanted.member} and w.pending`;
  return { from, id: sql`w.task_id`, key: sql`w.due` };
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
  const { from, id, key } = wayTo(wanted);
  const at = sql`coalesce(${after?.[0] ?? null}::timestamptz, 'infinity')`;
  const page = after
    ? sql`(${key}, ${id}) ${sql.raw(settled ? '<' : '>')} (${at}, ${after[1]}::uuid)`
    : sql`true`;
  const way = sql.raw(settled ? 'desc' : 'asc');
  return run<TaskRow>(
    tx,
    sql`select ${taskColumns} from ${from}
        where t.team_id = ${tx.team} and ${seen} and ${conditions(wanted)} and ${page}
        order by ${key} ${way}, ${id} ${way} limit ${limit}`,
  );
}

export interface Counts {
  readonly mine: number;
  readonly made: number;
  readonly team: number;
  readonly overdue: number;
  readonly orphaned: number;
}

/** Nobody reads a larger number on a tab: counting stops there. */
const mostCounted = 1000;

const upTo = (rows: Condition) =>
  sql`(select count(*)::int from (select ${rows} limit ${mostCounted}) k)`;

/** Pending tasks of each view, each up to a thousand. What is with somebody or made by them is always theirs to see. */
export function countRows(tx: Tx, seen: Condition, member: string | null, now: Date) {
  const own = sql`from task_assignees w where w.team_id = ${tx.team} and w.member_id = ${member} and w.pending`;
  const all = sql`from tasks t where t.team_id = ${tx.team} and ${pending}`;
  return first<Counts>(
    tx,
    sql`select ${upTo(own)} as mine, ${upTo(sql`${own} and w.due < ${now}`)} as overdue,
          ${upTo(sql`${all} and t.maker_id = ${member}`)} as made, ${upTo(sql`${all} and ${seen}`)} as team,
          ${upTo(sql`${all} and ${orphaned(tx.team)} and ${seen}`)} as orphaned`,
  );
}
