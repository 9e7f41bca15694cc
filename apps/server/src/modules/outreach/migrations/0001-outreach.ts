import { fence, publish } from '../../../kernel/migrate.ts';

/**
 * A message stays one row from plan to result. Indexes on what moves are partial and small: what is planned, what is on its
 * way, what nobody knows. `key` is what makes a plan one plan.
 */
export const up = `
  create table outreach_messages (
    team_id uuid not null,
    id uuid not null,
    key text collate "C" not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    order_id uuid,
    conversation_id uuid,
    topic text not null check (topic in ('service', 'marketing')),
    channels text[] not null check (cardinality(channels) between 1 and 3),
    cause_kind text not null,
    cause_id text not null,
    cause_step text not null,
    text text not null,
    card json,
    subject text,
    recheck text,
    urgent boolean not null default false,
    due_at timestamptz not null,
    expires_at timestamptz not null,
    planned_at timestamptz not null,
    state text not null default 'planned'
      check (state in ('planned', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'skipped')),
    reason text,
    channel text check (channel in ('chat', 'sms', 'mail')),
    chat_message_id uuid,
    gateway_id uuid,
    recipient text,
    recipient_hash bytea,
    attempts int not null default 0,
    faults int not null default 0,
    handed_at timestamptz,
    try_at timestamptz,
    claimed_until timestamptz,
    provider_id text collate "C",
    parts int,
    price_micros bigint,
    currency text,
    sent_at timestamptz,
    delivered_at timestamptz,
    replied_at timestamptz,
    converted_at timestamptz,
    converted_order_id uuid,
    opted_out_at timestamptz,
    moved_at timestamptz not null,
    primary key (team_id, id),
    unique (team_id, key),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  create index outreach_due on outreach_messages (team_id, due_at, id) where state = 'planned';
  create index outreach_sending on outreach_messages (team_id, try_at, id) where state in ('sending', 'unknown');
  create index outreach_buyer on outreach_messages (team_id, buyer_id, handed_at desc);
  create index outreach_order on outreach_messages (team_id, order_id) where order_id is not null;
  create index outreach_cause on outreach_messages (team_id, cause_kind, cause_id, id desc);
  create index outreach_provider on outreach_messages (team_id, gateway_id, provider_id) where provider_id is not null;
  create index outreach_recipient on outreach_messages (team_id, recipient_hash, sent_at desc) where recipient_hash is not null;
  create index outreach_conversation on outreach_messages (team_id, conversation_id, sent_at desc) where channel = 'chat';
  create index outreach_shop on outreach_messages (team_id, shop_id, id desc);
  ${fence('outreach_messages')}
  create table outreach_causes (
    team_id uuid not null,
    kind text not null,
    cause_id text not null,
    state text not null check (state in ('paused', 'stopped')),
    at timestamptz not null,
    primary key (team_id, kind, cause_id));
  ${fence('outreach_causes')}
  create table outreach_settings (
    team_id uuid not null,
    shop_id uuid not null,
    settings jsonb not null,
    primary key (team_id, shop_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('outreach_settings')}
  create table outreach_opt_outs (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    channel text not null check (channel in ('chat', 'sms', 'mail', 'all')),
    topic text not null check (topic in ('service', 'marketing', 'all')),
    source text not null check (source in ('chat', 'sms', 'mail', 'person')),
    message_id uuid,
    by_member uuid,
    at timestamptz not null,
    undone_at timestamptz,
    undone_by uuid,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  create unique index outreach_opt_outs_once on outreach_opt_outs (team_id, buyer_id, shop_id, channel, topic)
    where undone_at is null;
  create index outreach_opt_outs_newest on outreach_opt_outs (team_id, id desc);
  ${fence('outreach_opt_outs')}
  ${publish(
    'outreach_results',
    `select team_id, shop_id, cause_kind, cause_id, cause_step, channel, topic,
       count(*)::int as planned,
       count(*) filter (where sent_at is not null)::int as sent,
       count(*) filter (where delivered_at is not null)::int as delivered,
       count(*) filter (where state = 'failed')::int as failed,
       count(*) filter (where state = 'unknown')::int as unknown,
       count(*) filter (where state = 'skipped')::int as skipped,
       count(*) filter (where state = 'planned')::int as waiting,
       count(replied_at)::int as replied,
       count(converted_at)::int as converted,
       count(opted_out_at)::int as opted_out
     from outreach_messages group by team_id, shop_id, cause_kind, cause_id, cause_step, channel, topic`,
  )}`;
