import { fence } from '../../../kernel/migrate.ts';

export const up = `
  create table parcel_providers (
    team_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('kuaidi100', 'kdniao', 'sandbox')),
    shop_id uuid,
    secrets bytea not null,
    enabled boolean not null default true,
    state text not null default 'new' check (state in ('new', 'ok', 'down', 'denied')),
    state_at timestamptz not null default clock_timestamp(),
    trouble text not null default '',
    created_at timestamptz not null default clock_timestamp(),
    primary key (team_id, id),
    unique nulls not distinct (team_id, kind, shop_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('parcel_providers')}
  create table parcel_settings (
    team_id uuid not null,
    shop_id uuid not null,
    settings jsonb not null,
    primary key (team_id, shop_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('parcel_settings')}
  create table parcel_watches (
    team_id uuid not null,
    parcel_id uuid not null,
    shop_id uuid not null,
    order_id uuid not null,
    status text not null,
    last_at timestamptz,
    shipped_at timestamptz not null,
    number text collate "C" not null,
    carrier_code text,
    provider_id uuid,
    subscription text not null default 'none' check (subscription in ('none', 'wanted', 'sent', 'refused')),
    subscribed_at timestamptz,
    heard_at timestamptz,
    asked_at timestamptz,
    quiet int not null default 0,
    failures int not null default 0,
    trouble_kind text not null default '',
    trouble text not null default '',
    ended boolean not null default false,
    primary key (team_id, parcel_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, parcel_id) references parcels (team_id, id) on delete cascade,
    foreign key (team_id, provider_id) references parcel_providers (team_id, id) on delete set null (provider_id));
  create index parcel_watches_number on parcel_watches (team_id, number);
  create index parcel_watches_open on parcel_watches (team_id, shop_id, parcel_id) where not ended;
  ${fence('parcel_watches')}
  create table parcel_problems (
    team_id uuid not null,
    id uuid not null,
    parcel_id uuid not null,
    order_id uuid not null,
    shop_id uuid not null,
    buyer_id uuid,
    conversation_id uuid,
    cause text not null,
    since timestamptz not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closed_by uuid,
    written_at timestamptz,
    task_id uuid,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, parcel_id) references parcels (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete set null (buyer_id));
  create unique index parcel_problems_one on parcel_problems (team_id, parcel_id, cause) where closed_at is null;
  create index parcel_problems_open on parcel_problems (team_id, since, id) where closed_at is null;
  create index parcel_problems_closed on parcel_problems (team_id, closed_at desc, id desc) where closed_at is not null;
  create index parcel_problems_order on parcel_problems (team_id, order_id);
  create index parcel_problems_parcel on parcel_problems (team_id, parcel_id);
  create index parcel_problems_buyer on parcel_problems (team_id, buyer_id) where buyer_id is not null;
  ${fence('parcel_problems')}
  create table parcel_callbacks (
    team_id uuid not null,
    provider_id uuid not null,
    digest bytea not null,
    body bytea,
    received_at timestamptz not null default clock_timestamp(),
    handled_at timestamptz,
    primary key (team_id, provider_id, digest),
    foreign key (team_id, provider_id) references parcel_providers (team_id, id) on delete cascade);
  create index parcel_callbacks_old on parcel_callbacks (team_id, received_at) where handled_at is not null;
  ${fence('parcel_callbacks')}`;
