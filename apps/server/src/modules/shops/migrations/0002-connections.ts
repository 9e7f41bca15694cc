import { fence, publish } from '../../../kernel/migrate.ts';

export const up = `
  create table shop_connections (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    kind text not null,
    url text not null,
    secrets bytea not null,
    options jsonb not null default '{}',
    capabilities text[] not null default '{}',
    state text not null default 'new' check (state in ('new', 'ok', 'down', 'denied')),
    state_at timestamptz not null default now(),
    trouble text not null default '',
    enabled boolean not null default true,
    cursor text,
    last_read_at timestamptz,
    compared_at timestamptz,
    differences int,
    hook_hash bytea,
    created_at timestamptz not null default now(),
    primary key (team_id, id),
    unique (team_id, shop_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('shop_connections')}
  ${publish(
    'shop_connections',
    `select team_id, id, shop_id, kind, capabilities, state, state_at, enabled, last_read_at from shop_connections`,
  )}`;
