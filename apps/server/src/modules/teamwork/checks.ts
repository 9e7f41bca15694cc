import { sql } from 'kysely';
import type { Check } from '../../kernel/checks.ts';
import { run } from '../../kernel/tx.ts';

/** What is kept beside those a task is with is what the task says, and a settled one says when. */
export const tasksTrue: Check = {
  name: 'teamwork.tasks',
  ask: async (tx) => {
    const rows = await run<{ id: string; why: string }>(
      tx,
      sql`select distinct t.id, 'is due or open otherwise for who it is with' as why
          from tasks t join task_assignees a on a.team_id = t.team_id and a.task_id = t.id
          where t.team_id = ${tx.team}
            and (a.due is distinct from coalesce(t.due_at, 'infinity') or a.pending <> (t.state in ('open', 'doing')))
          union all
          select t.id, 'does not say when it was settled, or is not settled'
          from tasks t where t.team_id = ${tx.team} and (t.settled_at is null) <> (t.state in ('open', 'doing'))
          limit 100`,
    );
    return rows.map(({ id, why }) => `task ${id} ${why}`);
  },
};
