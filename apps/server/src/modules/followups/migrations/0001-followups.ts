import { fence } from '../../../kernel/migrate.ts';

const ofShop = 'foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade';

/**
 * One row a buyer, reason and occasion: the key that makes a list fill itself once. A wish and a greeting are such rows too, so
 * that one credit and one sum serve all. Everything goes with its buyer and its shop.
 */
export const up = `
  create table followups (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    reason text not null check (reason in ('asked', 'lapsed', 'settled', 'received', 'idle', 'hand', 'back', 'cheaper', 'greeting')),
    occasion text not null,
    state text not null check (state in ('waiting', 'open', 'talking', 'sending', 'contacted', 'closed', 'dropped')),
    topic text not null check (topic in ('service', 'marketing')),
    since timestamptz not null,
    planned_at timestamptz,
    conversation_id uuid,
    order_id uuid,
    product_id uuid,
    variant_id uuid,
    below_minor bigint,
    assignee_id uuid,
    note text not null default '',
    message_id uuid,
    round int not null default 1,
    result text,
    why text,
    contacted_at timestamptz,
    contacted_by uuid,
    replied_at timestamptz,
    converted_order_id uuid,
    ordered_at timestamptz,
    paid_at timestamptz,
    paid_minor bigint,
    currency text,
    reversed boolean not null default false,
    closed_at timestamptz,
    version int not null default 1,
    made_at timestamptz not null,
    primary key (team_id, id),
    unique (team_id, shop_id, buyer_id, reason, occasion),
    ${ofShop},
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  create index followups_open on followups (team_id, planned_at, id) where state = 'open';
  create index followups_underway on followups (team_id, planned_at, id) where state in ('talking', 'sending', 'contacted');
  create index followups_over on followups (team_id, closed_at desc, id desc) where state in ('closed', 'dropped');
  create index followups_shop on followups (team_id, shop_id, reason, made_at);
  create index followups_buyer on followups (team_id, buyer_id);
  create index followups_heard on followups (team_id, buyer_id, shop_id) where state in ('talking', 'contacted');
  create index followups_contacts on followups (team_id, contacted_at) where contacted_at is not null;
  create unique index followups_wish on followups (team_id, shop_id, buyer_id, variant_id, reason)
    where reason in ('back', 'cheaper') and state in ('waiting', 'sending');
  create index followups_wishes on followups (team_id, product_id, made_at, id)
    where reason in ('back', 'cheaper') and state in ('waiting', 'sending', 'contacted');
  ${fence('followups')}
  create table followup_steps (
    team_id uuid not null,
    followup_id uuid not null,
    version int not null,
    step text not null,
    before jsonb not null,
    by_member uuid,
    at timestamptz not null,
    undone_at timestamptz,
    primary key (team_id, followup_id, version),
    foreign key (team_id, followup_id) references followups (team_id, id) on delete cascade);
  ${fence('followup_steps')}
  create table followup_settings (
    team_id uuid not null, shop_id uuid not null, settings jsonb not null,
    primary key (team_id, shop_id), ${ofShop});
  ${fence('followup_settings')}
  create table followup_greetings (
    team_id uuid not null, shop_id uuid not null, key text not null,
    name text not null default '', month int, day int,
    is_on boolean not null, at text not null, text jsonb not null, audience jsonb not null,
    primary key (team_id, shop_id, key), ${ofShop});
  ${fence('followup_greetings')}`;
