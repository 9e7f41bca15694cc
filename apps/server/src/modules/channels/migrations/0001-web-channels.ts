import { fence, unfenced } from '../../../kernel/migrate.ts';

/**
 * A site names its team by a public key before anybody is known, so the directory of keys stands outside the fence;
 * it says where to look and nothing else.
 */
export const up = `
  create table sites (
    site text primary key,
    team_id uuid not null,
    channel_id uuid not null);
  ${unfenced('sites', 'select, insert')}

  create table web_channels (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    name text not null,
    site text not null,
    enabled boolean not null default true,
    origins text[] not null default '{}',
    colour text not null default '#0F766E',
    greeting jsonb not null default '{}',
    away_notice jsonb not null default '{}',
    pre_chat jsonb not null default '[]',
    identity_secret bytea not null,
    created_at timestamptz not null default now(),
    primary key (team_id, id),
    unique (team_id, site),
    foreign key (team_id, shop_id) references shops);
  ${fence('web_channels')}

  create table visitors (
    team_id uuid not null,
    id uuid not null,
    channel_id uuid not null,
    buyer_id uuid not null,
    former_buyer_id uuid,
    secret_hash bytea not null,
    previous_hash bytea,
    previous_until timestamptz,
    rotated_at timestamptz not null,
    verified_until timestamptz,
    locale text not null,
    contact jsonb,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    signed_out_at timestamptz,
    primary key (team_id, id),
    unique (team_id, channel_id, secret_hash),
    foreign key (team_id, channel_id) references web_channels,
    foreign key (team_id, buyer_id) references buyers);
  create index visitors_previous on visitors (team_id, channel_id, previous_hash) where previous_hash is not null;
  create index visitors_buyer on visitors (team_id, buyer_id);
  ${fence('visitors')}

  create table identity_tokens (
    team_id uuid not null,
    channel_id uuid not null,
    jti text not null,
    secret_hash bytea not null,
    expires_at timestamptz not null,
    primary key (team_id, channel_id, jti),
    foreign key (team_id, channel_id) references web_channels);
  create index identity_tokens_age on identity_tokens (team_id, expires_at);
  ${fence('identity_tokens')}
`;
