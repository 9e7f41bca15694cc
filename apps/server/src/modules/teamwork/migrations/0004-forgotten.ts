/**
 * When a buyer is forgotten, what was written about them goes too: the task stays, as something that was to be done, without its
 * words. The trigger sees the moment in which the link to the buyer is cut. Who was forgotten before this is caught up with.
 */
export const up = `
  create function forget_in_task() returns trigger language plpgsql as $$
    begin
      new.title := '—';
      new.body := '';
      new.version := old.version + 1;
      update task_items set text = '—' where team_id = new.team_id and task_id = new.id;
      update task_entries set text = case when text = '' then '' else '—' end,
          data = data #- '{before,title}' #- '{before,body}' #- '{after,title}' #- '{after,body}'
        where team_id = new.team_id and task_id = new.id;
      return new;
    end $$;
  create trigger tasks_forget before update of buyer_id on tasks
    for each row when (old.buyer_id is not null and new.buyer_id is null) execute function forget_in_task();
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        update tasks t set buyer_id = null where t.team_id = team and t.buyer_id is not null
          and not exists (select from buyers b where b.team_id = t.team_id and b.id = t.buyer_id);
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;
  alter table tasks add foreign key (team_id, buyer_id) references buyers (team_id, id) on delete set null (buyer_id);`;
