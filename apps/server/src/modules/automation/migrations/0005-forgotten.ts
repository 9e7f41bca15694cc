/**
 * When a buyer is forgotten, the log of rules keeps that a rule ran and what came of it, not whom it was about and not their words.
 * The reference is not asked of rows of before: those without their buyer are emptied here.
 */
export const up = `
  create function forget_in_run() returns trigger language plpgsql as $$
    begin
      new.message_text := null;
      new.message_id := null;
      new.facts := '{}';
      new.actions := '[]';
      return new;
    end $$;
  create trigger automation_runs_forget before update of buyer_id on automation_runs
    for each row when (old.buyer_id is not null and new.buyer_id is null) execute function forget_in_run();
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        update automation_runs r set buyer_id = null where r.team_id = team and r.buyer_id is not null
          and not exists (select from buyers b where b.team_id = r.team_id and b.id = r.buyer_id);
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;
  alter table automation_runs add foreign key (team_id, buyer_id) references buyers (team_id, id)
    on delete set null (buyer_id) not valid;`;
