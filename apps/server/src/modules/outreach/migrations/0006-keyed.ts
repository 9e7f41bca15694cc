import { fence, publish } from '../../../kernel/migrate.ts';

/**
 * Digests get the product's key, which the database never sees: the product puts it onto those of before (`upkeep.ts`), and finds
 * them by these indexes, empty once it is done. A no is published for everybody it holds for: who said it, the same person under
 * another row, and whoever has the number or the address it was said under.
 */
export const up = `
  create index outreach_opt_out_contacts_plain on outreach_opt_out_contacts (team_id, contact) where octet_length(contact) = 32;
  create index outreach_recipient_plain on outreach_messages (team_id, id) where octet_length(recipient_hash) = 32;
  create table outreach_opt_out_buyers (
    team_id uuid not null,
    opt_out_id uuid not null,
    buyer_id uuid not null,
    primary key (team_id, buyer_id, opt_out_id),
    foreign key (team_id, opt_out_id) references outreach_opt_outs (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  create index outreach_opt_out_buyers_of on outreach_opt_out_buyers (team_id, opt_out_id);
  ${fence('outreach_opt_out_buyers')}
  create table outreach_upkeep (
    team_id uuid not null,
    held_to uuid not null,
    primary key (team_id));
  ${fence('outreach_upkeep')}
  create index if not exists outreach_opt_outs_buyer on outreach_opt_outs (team_id, buyer_id) where undone_at is null;
  ${publish(
    'outreach_nos',
    `select team_id, shop_id, buyer_id, channel, topic from outreach_opt_outs where undone_at is null
     union all
     select o.team_id, o.shop_id, s.buyer_id, o.channel, o.topic from published.buyer_same s
       join outreach_opt_outs o on o.team_id = s.team_id and o.buyer_id = s.same_id and o.undone_at is null
     union all
     select o.team_id, o.shop_id, h.buyer_id, o.channel, o.topic from outreach_opt_out_buyers h
       join outreach_opt_outs o on o.team_id = h.team_id and o.id = h.opt_out_id and o.undone_at is null`,
  )}`;
