import { fence, publish, unfenced } from '../../../kernel/migrate.ts';

/**
 * Accounts belong to a person, not to a team, so they stand outside the fence with what leads from a person to the teams.
 * Members, invitations and keys belong to one team each.
 */
export const up = `
  create table teams (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null default now());
  ${unfenced('teams', 'select, insert, update')}

  create table setup (
    one boolean primary key default true check (one),
    token_hash bytea not null,
    closed_at timestamptz);
  ${unfenced('setup', 'select, insert, update')}

  create table accounts (
    id uuid primary key,
    email text not null,
    email_key text not null unique,
    password_hash text,
    totp_secret bytea,
    totp_pending bytea,
    totp_step bigint not null default 0,
    created_at timestamptz not null default now());
  ${unfenced('accounts')}

  create table recovery_codes (
    account_id uuid not null references accounts on delete cascade,
    code_hash bytea not null,
    used_at timestamptz,
    primary key (account_id, code_hash));
  ${unfenced('recovery_codes')}

  create table account_teams (
    account_id uuid not null references accounts on delete cascade,
    team_id uuid not null references teams,
    member_id uuid not null,
    active boolean not null default true,
    last_used_at timestamptz not null default now(),
    primary key (account_id, team_id));
  ${unfenced('account_teams')}

  create table account_sessions (
    id uuid primary key,
    token_hash bytea not null unique,
    team_id uuid not null references teams,
    account_id uuid not null references accounts on delete cascade,
    member_id uuid not null,
    device text not null,
    address text,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    idle_seconds int not null,
    expires_at timestamptz not null);
  create index account_sessions_account on account_sessions (account_id);
  create index account_sessions_member on account_sessions (team_id, member_id);
  ${unfenced('account_sessions')}

  create table sign_in_counters (
    key bytea primary key,
    failures int not null,
    last_failed_at timestamptz not null);
  create index sign_in_counters_age on sign_in_counters (last_failed_at);
  ${unfenced('sign_in_counters')}

  create table sign_in_challenges (
    token_hash bytea primary key,
    account_id uuid not null references accounts on delete cascade,
    team_id uuid not null references teams,
    counter_key bytea not null,
    failures int not null default 0,
    expires_at timestamptz not null);
  ${unfenced('sign_in_challenges')}

  create table members (
    team_id uuid not null references teams,
    id uuid not null,
    account_id uuid not null references accounts,
    name text not null,
    role text not null,
    shop_ids uuid[],
    status text not null default 'active' check (status in ('active', 'deactivated')),
    locale text not null,
    theme text not null default 'system',
    permission_version int not null default 1,
    joined_at timestamptz not null,
    last_seen_at timestamptz,
    deactivated_at timestamptz,
    primary key (team_id, id),
    unique (team_id, account_id));
  create index members_name on members (team_id, name, id);
  ${fence('members')}

  create table invitations (
    team_id uuid not null references teams,
    id uuid not null,
    token_hash bytea not null,
    email text not null,
    email_key text not null,
    name text,
    role text not null,
    shop_ids uuid[],
    invited_by uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    withdrawn_at timestamptz,
    primary key (team_id, id),
    unique (team_id, token_hash),
    foreign key (team_id, invited_by) references members);
  ${fence('invitations')}

  create table api_keys (
    team_id uuid not null references teams,
    id uuid not null,
    name text not null,
    prefix text not null,
    key_hash bytea not null,
    permissions text[] not null,
    shop_ids uuid[],
    created_by uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz,
    primary key (team_id, id),
    unique (team_id, key_hash),
    foreign key (team_id, created_by) references members);
  ${fence('api_keys')}

  ${publish('members', 'select team_id, id, name, role, shop_ids, status, locale from members')}
  ${publish('api_keys', 'select team_id, id, name from api_keys')}
`;
