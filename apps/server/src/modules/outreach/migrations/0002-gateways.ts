import { fence } from '../../../kernel/migrate.ts';

/** A receipt may come before the answer it belongs to: it is kept, once, and applied when its message is known. */
export const up = `
  create table outreach_gateways (
    team_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('sandbox', 'aliyun', 'tencent', 'twilio', 'smpp', 'smtp')),
    channel text not null check (channel in ('sms', 'mail')),
    name text not null,
    shop_ids uuid[],
    options jsonb not null,
    secrets bytea not null,
    per_second int not null,
    price_micros bigint,
    currency text,
    enabled boolean not null default true,
    state text not null default 'new' check (state in ('new', 'ok', 'down', 'denied')),
    state_at timestamptz not null,
    trouble text not null default '',
    balance text,
    next_at timestamptz not null,
    version int not null default 1,
    created_at timestamptz not null,
    primary key (team_id, id));
  ${fence('outreach_gateways')}
  create table outreach_receipts (
    team_id uuid not null,
    id uuid not null,
    gateway_id uuid not null,
    event_id text collate "C" not null,
    kind text not null check (kind in ('receipt', 'reply')),
    provider_id text collate "C",
    state text check (state in ('sent', 'delivered', 'failed')),
    code text,
    buyer_id uuid,
    message_id uuid,
    text text,
    at timestamptz not null,
    heard_at timestamptz not null,
    applied_at timestamptz,
    primary key (team_id, id),
    unique (team_id, gateway_id, event_id),
    foreign key (team_id, gateway_id) references outreach_gateways (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  create index outreach_receipts_early on outreach_receipts (team_id, gateway_id, provider_id) where applied_at is null;
  create index outreach_receipts_message on outreach_receipts (team_id, message_id) where message_id is not null;
  create index outreach_receipts_buyer on outreach_receipts (team_id, buyer_id) where buyer_id is not null;
  ${fence('outreach_receipts')}
  create table outreach_sandbox (
    team_id uuid not null,
    id uuid not null,
    gateway_id uuid not null,
    key text collate "C" not null,
    recipient text not null,
    subject text,
    text text not null,
    parts int not null,
    at timestamptz not null,
    primary key (team_id, id),
    unique (team_id, gateway_id, key),
    foreign key (team_id, gateway_id) references outreach_gateways (team_id, id) on delete cascade);
  create index outreach_sandbox_newest on outreach_sandbox (team_id, gateway_id, id desc);
  ${fence('outreach_sandbox')}
  alter table outreach_messages add column round int not null default 1;
  alter table outreach_messages add column settled_by uuid;
  alter table outreach_messages add column settled_at timestamptz;
  create index outreach_at_gateway on outreach_messages (team_id, gateway_id, handed_at) where gateway_id is not null;
  create index outreach_chat_pace on outreach_messages (team_id, shop_id, sent_at) where channel = 'chat';
  create index outreach_unknown on outreach_messages (team_id, id desc) where state = 'unknown'`;
