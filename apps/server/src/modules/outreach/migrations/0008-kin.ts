/** For whom a no holds reaches a step further than before: who comes under it is found anew (`upkeep.ts`). */
export const up = `
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        update outreach_upkeep set held_to = '00000000-0000-0000-0000-000000000000' where team_id = team;
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;`;
