/** When a buyer is forgotten, it stays that a script was used and what came of it, not with whom. Who was forgotten before this too. */
export const up = `
  alter table script_uses alter column buyer_id drop not null;
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        update script_uses u set buyer_id = null where u.team_id = team
          and not exists (select from buyers b where b.team_id = u.team_id and b.id = u.buyer_id);
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;
  alter table script_uses add foreign key (team_id, buyer_id) references buyers (team_id, id)
    on delete set null (buyer_id) not valid;`;
