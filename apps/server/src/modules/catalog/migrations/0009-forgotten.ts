/** What a buyer looked at goes with them; views of who was forgotten before this are caught up with. */
export const up = `
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        delete from product_views v where v.team_id = team
          and not exists (select from buyers b where b.team_id = v.team_id and b.id = v.buyer_id);
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;
  alter table product_views add foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade not valid;`;
