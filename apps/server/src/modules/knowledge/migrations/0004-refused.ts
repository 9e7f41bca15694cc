/** Drafts that had been refused were kept as replaced when an earlier version was taken again: the reason tells them apart. */
export const up = `
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        update knowledge_versions set state = 'refused'
          where team_id = team and state = 'replaced' and decided_at is not null and reason <> '';
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;`;
