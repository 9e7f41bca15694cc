/**
 * Who a task is with knows when it is due: a person's list is read in its order from one index, however many tasks others have.
 * The database itself keeps it equal to the task's.
 */
export const up = `
  alter table task_assignees add column due timestamptz not null default 'infinity';
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        update task_assignees a set due = t.due_at from tasks t
          where a.team_id = team and t.team_id = team and t.id = a.task_id and t.due_at is not null;
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;
  create index task_assignees_due on task_assignees (team_id, member_id, due, task_id) where pending;
  drop index task_assignees_pending;
  create index tasks_made_due on tasks (team_id, maker_id, (coalesce(due_at, 'infinity')), id) where state in ('open', 'doing');

  create function task_due_moved() returns trigger language plpgsql as $$
    begin
      update task_assignees set due = coalesce(new.due_at, 'infinity') where team_id = new.team_id and task_id = new.id;
      return null;
    end $$;
  create trigger tasks_due_moved after update of due_at on tasks
    for each row when (old.due_at is distinct from new.due_at) execute function task_due_moved();
  create function task_due_taken() returns trigger language plpgsql as $$
    begin
      new.due := coalesce((select due_at from tasks where team_id = new.team_id and id = new.task_id), 'infinity');
      return new;
    end $$;
  create trigger task_assignees_due_taken before insert on task_assignees
    for each row execute function task_due_taken();`;
