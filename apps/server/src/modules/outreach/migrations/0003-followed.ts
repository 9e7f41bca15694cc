import { fence } from '../../../kernel/migrate.ts';

/**
 * A no follows the number and the address: their digests stand beside it, and stay when the buyer is forgotten. A message in the
 * chat has arrived when its buyer has read it.
 */
export const up = `
  alter table outreach_messages add column read_at timestamptz;
  create index outreach_unread on outreach_messages (team_id, conversation_id)
    where channel = 'chat' and state = 'sent' and read_at is null;
  alter table outreach_opt_outs drop constraint outreach_opt_outs_team_id_buyer_id_fkey;
  alter table outreach_opt_outs alter column buyer_id drop not null;
  alter table outreach_opt_outs add foreign key (team_id, buyer_id) references buyers (team_id, id)
    on delete set null (buyer_id);
  create table outreach_opt_out_contacts (
    team_id uuid not null,
    contact bytea not null,
    opt_out_id uuid not null,
    primary key (team_id, contact, opt_out_id),
    foreign key (team_id, opt_out_id) references outreach_opt_outs (team_id, id) on delete cascade);
  create index outreach_opt_out_contacts_of on outreach_opt_out_contacts (team_id, opt_out_id);
  ${fence('outreach_opt_out_contacts')}
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        insert into outreach_opt_out_contacts (team_id, contact, opt_out_id)
          select o.team_id, sha256(convert_to(team || ' ' || way, 'UTF8')), o.id
          from outreach_opt_outs o
          join buyers b on b.team_id = o.team_id and b.id = o.buyer_id
          cross join lateral (values (ltrim(b.phone, '+')), (lower(b.email))) as w(way)
          where o.team_id = team and o.undone_at is null and way <> ''
          on conflict do nothing;
      end loop;
    end $$`;
