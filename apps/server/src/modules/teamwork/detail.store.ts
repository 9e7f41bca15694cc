import type { Static, teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import type { Sight } from '../access/index.ts';
import type { TaskRow } from './task.store.ts';

const iso = (column: string, as: string) => sql.raw(`${isoColumn(column)} as "${as}"`);

export const itemsOf = (tx: Tx, taskId: string) =>
  run<Static<typeof teamwork.TaskItem>>(
    tx,
    sql`select id, text, ${iso('done_at', 'doneAt')} from task_items
        where team_id = ${tx.team} and task_id = ${taskId} order by id`,
  );

/** History and discussion, oldest first. */
export const entriesOf = (tx: Tx, taskId: string) =>
  run<Static<typeof teamwork.TaskEntry>>(
    tx,
    sql`select e.id, e.kind, json_build_object('kind', e.actor_kind, 'id', e.actor_id, 'name', coalesce(
            (select m.name from published.members m where m.team_id = e.team_id and m.id = e.actor_id),
            (select k.name from published.api_keys k where k.team_id = e.team_id and k.id = e.actor_id), '')) as actor,
          e.text, coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
            from published.members m where m.team_id = e.team_id and m.id = any(e.mentions)), '[]') as mentions,
          e.data, ${iso('e.at', 'at')}
        from task_entries e where e.team_id = ${tx.team} and e.task_id = ${taskId} order by e.id`,
  );

/** What of each kind of thing a reader may see; null: nothing. */
export interface Sights {
  readonly buyers: Sight | null;
  readonly orders: Sight | null;
  readonly conversations: Sight | null;
  readonly cases: Sight | null;
}

const inShops = (sight: Sight | null, column: string) =>
  sight === null
    ? sql`false`
    : sight.shops === null
      ? sql`true`
      : sql`${sql.ref(column)} = any(${[...sight.shops]}::uuid[])`;

const overlapping = (sight: Sight | null) =>
  sight === null
    ? sql`false`
    : sight.shops === null
      ? sql`true`
      : sql`b.shop_ids && ${[...sight.shops]}::uuid[]`;

const held = (sight: Sight | null) =>
  sight === null || sight.holder === undefined
    ? sql`true`
    : sql`(v.assignee_id is null or v.assignee_id = ${sight.holder})`;

/** What the task is about, as it stands now, as far as the reader may see it. */
export const subjectsOf = (tx: Tx, task: TaskRow, see: Sights) =>
  run<Static<typeof teamwork.TaskSubject>>(
    tx,
    sql`select 'buyer' as kind, b.id, b.name as label, '' as state from published.buyer_names b
          where b.team_id = ${tx.team} and b.id = ${task.buyer_id} and ${overlapping(see.buyers)}
        union all
        select 'order', o.id, o.number, o.status from published.orders o
          where o.team_id = ${tx.team} and o.id = ${task.order_id} and ${inShops(see.orders, 'o.shop_id')}
        union all
        select 'conversation', v.id, coalesce(n.name, ''), v.state from published.conversation_states v
          left join published.buyer_names n on n.team_id = v.team_id and n.id = v.buyer_id
          where v.team_id = ${tx.team} and v.id = ${task.conversation_id}
            and ${inShops(see.conversations, 'v.shop_id')} and ${held(see.conversations)}
        union all
        select 'case', k.id, k.card ->> 'number', k.state from published.case_cards k
          where k.team_id = ${tx.team} and k.id = ${task.case_id} and ${inShops(see.cases, 'k.shop_id')}`,
  );
