import { fence } from '../../../kernel/migrate.ts';

/** Which ready-made rules a shop was given: each once, so that one that was taken away does not come again. */
export const up = `
  create table automation_given (
    team_id uuid not null,
    shop_id uuid not null,
    preset text not null,
    primary key (team_id, shop_id, preset),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('automation_given')}
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        insert into automation_given (team_id, shop_id, preset)
          select team_id, shop_id, preset from automation_rules where team_id = team and preset is not null;
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;`;
