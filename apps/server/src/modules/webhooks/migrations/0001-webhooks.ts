import { fence } from '../../../kernel/migrate.ts';

/** `line` is the conversation or other subject within which the order is kept; a replay is a line of its own. */
export const up = `
  create table webhooks (
    team_id uuid not null,
    id uuid not null,
    name text not null,
    url text not null,
    types text[] not null,
    shop_ids uuid[],
    secret bytea not null,
    old_secret bytea,
    old_secret_until timestamptz,
    enabled boolean not null default true,
    paused_at timestamptz,
    paused_why text check (paused_why in ('failing', 'gone', 'creator')),
    failures int not null default 0,
    failing_since timestamptz,
    rest_until timestamptz,
    seq bigint not null,
    creator_kind text not null check (creator_kind in ('member', 'key')),
    creator_id uuid not null,
    created_at timestamptz not null,
    primary key (team_id, id));
  ${fence('webhooks')}
  create table webhook_deliveries (
    team_id uuid not null,
    id uuid not null,
    webhook_id uuid not null,
    event_seq bigint not null,
    event_id text collate "C" not null,
    type text not null,
    subject uuid not null,
    line uuid not null,
    event_at timestamptz not null,
    state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up', 'dropped')),
    attempts int not null default 0,
    next_at timestamptz not null,
    claimed_until timestamptz,
    tried_at timestamptz,
    settled_at timestamptz,
    status int,
    took_ms int,
    answer text not null default '',
    trouble text not null default '',
    replay_of uuid,
    primary key (team_id, id),
    foreign key (team_id, webhook_id) references webhooks (team_id, id) on delete cascade);
  create index webhook_deliveries_log on webhook_deliveries (team_id, webhook_id, id);
  create unique index webhook_deliveries_once on webhook_deliveries (team_id, webhook_id, event_seq) where replay_of is null;
  create index webhook_deliveries_lines on webhook_deliveries (team_id, webhook_id, line, event_seq) where state = 'waiting';
  create index webhook_deliveries_due on webhook_deliveries (team_id, webhook_id, next_at) where state = 'waiting';
  create index webhook_deliveries_age on webhook_deliveries (team_id, webhook_id, settled_at) where state <> 'waiting';
  ${fence('webhook_deliveries')}`;
