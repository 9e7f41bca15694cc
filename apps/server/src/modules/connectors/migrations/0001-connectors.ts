import { fence } from '../../../kernel/migrate.ts';

export const up = `
  create table connection_orders (
    team_id uuid not null,
    connection_id uuid not null,
    external_id text collate "C" not null,
    version bigint not null,
    primary key (team_id, connection_id, external_id),
    foreign key (team_id, connection_id) references shop_connections (team_id, id) on delete cascade);
  ${fence('connection_orders')}
  create table connection_hooks (
    team_id uuid not null,
    connection_id uuid not null,
    hook_id text collate "C" not null,
    topic text not null,
    order_external_id text,
    received_at timestamptz not null default now(),
    handled_at timestamptz,
    primary key (team_id, connection_id, hook_id),
    foreign key (team_id, connection_id) references shop_connections (team_id, id) on delete cascade);
  create index connection_hooks_age on connection_hooks (team_id, connection_id, received_at);
  ${fence('connection_hooks')}
  create table connection_differences (
    team_id uuid not null,
    connection_id uuid not null,
    external_id text collate "C" not null,
    field text not null,
    order_id uuid,
    number text not null,
    ours text not null,
    theirs text not null,
    found_at timestamptz not null default now(),
    primary key (team_id, connection_id, external_id, field),
    foreign key (team_id, connection_id) references shop_connections (team_id, id) on delete cascade);
  ${fence('connection_differences')}`;
