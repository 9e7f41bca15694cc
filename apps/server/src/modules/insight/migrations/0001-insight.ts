import { fence, publish } from '../../../kernel/migrate.ts';

const round = `
    message_id uuid not null,
    started_at timestamptz not null,
    last_at timestamptz not null,
    messages int not null,
    chain_at timestamptz not null,
    continued boolean not null,
    reply_at timestamptz,
    reply_kind text,
    reply_by uuid,
    human_at timestamptz,
    human_by uuid,
    human_seq int,
    held_since timestamptz,
    holder_id uuid,
    bot_until timestamptz,
    dismissed_at timestamptz`;

const session = `
    started_at timestamptz not null,
    begun_by text,
    reopened boolean not null,
    first_message_id uuid,
    first_customer_at timestamptz,
    last_customer_at timestamptz,
    first_reply_at timestamptz,
    first_reply_kind text,
    first_human_at timestamptz,
    first_human_by uuid,
    last_human_at timestamptz,
    last_human_by uuid,
    assigned_at timestamptz,
    assigned_to uuid,
    bot_until timestamptz,
    closed_at timestamptz,
    closed_kind text,
    closed_by uuid,
    spam boolean not null,
    buyer_messages int not null,
    human_messages int not null,
    auto_messages int not null,
    products uuid[] not null`;

/** Where it belongs: conversation, part of it, shop, channel, buyer, the shop's own date. */
const place = `
    team_id uuid not null,
    conversation_id uuid not null,
    episode int not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    day date not null,`;

const ofShop = 'foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade';

/**
 * Facts, not sums: one row a round, a session, a person's part in a session, an enquiry. They carry no word and no name, and go with
 * their shop. `insight_talks` is how far each conversation has been read. `insight_pages` are sums of one shop's day under one
 * profile: gone as soon as a fact of the day changes, made anew from the facts.
 */
export const up = `
  create table insight_talks (
    team_id uuid not null, conversation_id uuid not null, shop_id uuid not null, talk json not null,
    primary key (team_id, conversation_id), ${ofShop}) with (fillfactor = 70);
  create index insight_talks_shop on insight_talks (team_id, shop_id);
  ${fence('insight_talks')}

  create table insight_rounds (${place} minute smallint not null, seq int not null, ${round},
    primary key (team_id, conversation_id, seq), ${ofShop}) with (fillfactor = 85);
  create index insight_rounds_day on insight_rounds (team_id, shop_id, day);
  ${fence('insight_rounds')}

  create table insight_sessions (${place} minute smallint not null, channel_id uuid not null, ${session},
    primary key (team_id, conversation_id, episode), ${ofShop}) with (fillfactor = 85);
  create index insight_sessions_day on insight_sessions (team_id, shop_id, day);
  create index insight_sessions_buyer on insight_sessions (team_id, buyer_id, shop_id);
  ${fence('insight_sessions')}

  create table insight_parts (${place} member_id uuid not null, first_at timestamptz not null,
    last_at timestamptz not null, messages int not null,
    primary key (team_id, conversation_id, episode, member_id), ${ofShop}) with (fillfactor = 85);
  create index insight_parts_day on insight_parts (team_id, shop_id, day);
  ${fence('insight_parts')}

  create table insight_enquiries (${place}
    product_id uuid not null,
    member_id uuid,
    asked_at timestamptz not null,
    order_id uuid, ordered_at timestamptz, paid_at timestamptz,
    value_minor bigint, paid_minor bigint, reversed_minor bigint, reversed boolean not null default false, currency text,
    primary key (team_id, conversation_id, episode, product_id), ${ofShop});
  create index insight_enquiries_day on insight_enquiries (team_id, shop_id, day);
  create index insight_enquiries_buyer on insight_enquiries (team_id, buyer_id, shop_id);
  ${fence('insight_enquiries')}

  create table insight_acts (
    team_id uuid not null, act_id uuid not null, shop_id uuid not null, order_id uuid not null, member_id uuid,
    kind text not null check (kind in ('refund', 'concession')), act text not null, state text not null,
    amount_minor bigint not null, currency text not null, at timestamptz not null, day date not null,
    conversation_id uuid, seq bigint not null,
    primary key (team_id, act_id), ${ofShop});
  create index insight_acts_day on insight_acts (team_id, shop_id, day);
  ${fence('insight_acts')}

  create table insight_script_uses (
    team_id uuid not null, seq bigint not null, shop_id uuid not null, script_id uuid not null, version int not null,
    variant int not null, member_id uuid, conversation_id uuid not null, message_id uuid not null, edited real not null,
    at timestamptz not null, day date not null,
    primary key (team_id, seq), ${ofShop});
  create index insight_script_uses_day on insight_script_uses (team_id, shop_id, day);
  ${fence('insight_script_uses')}

  create table insight_calendars (
    team_id uuid not null, shop_id uuid not null, valid_from timestamptz not null, timezone text not null, hours json not null,
    primary key (team_id, shop_id, valid_from), ${ofShop});
  ${fence('insight_calendars')}

  create table insight_special_days (
    team_id uuid not null, shop_id uuid not null, date date not null, hours json not null, name text not null default '',
    primary key (team_id, shop_id, date), ${ofShop});
  ${fence('insight_special_days')}

  create table insight_profiles (
    team_id uuid not null, id text not null, valid_from date not null, rules json not null, by_id uuid, at timestamptz not null,
    primary key (team_id, id, valid_from));
  ${fence('insight_profiles')}

  create table insight_pages (
    team_id uuid not null, profile text not null, shop_id uuid not null, day date not null,
    whole bytea not null, people bytea not null, hours bytea not null,
    primary key (team_id, profile, shop_id, day), ${ofShop});
  alter table insight_pages alter column people set storage external;
  create index insight_pages_day on insight_pages (team_id, shop_id, day);
  ${fence('insight_pages')}

  create table insight_statements (
    team_id uuid not null, shop_id uuid not null, month date not null, profile text not null, member_id uuid not null,
    version int not null, figures jsonb not null, at timestamptz not null,
    primary key (team_id, shop_id, month, profile, member_id, version), ${ofShop});
  ${fence('insight_statements', 'append')}

  create table insight_settings (
    team_id uuid primary key, profile text not null default 'house', rank_visible boolean not null default true);
  ${fence('insight_settings')}

  create table insight_locks (team_id uuid primary key);
  ${fence('insight_locks')}

  ${publish('rounds', 'select * from insight_rounds')}
  ${publish('sessions', 'select * from insight_sessions')}
  ${publish('enquiries', 'select * from insight_enquiries')}`;
