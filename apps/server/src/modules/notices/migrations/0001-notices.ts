import { appRole, fence } from '../../../kernel/migrate.ts';

/**
 * One row for a notice however many it is for; one row more for each who has read it. Row-level security lets no index
 * answer an operator that is not leakproof (`@>` on arrays), so notices are looked for through a function that runs as the
 * owner of the table, to whom a second policy shows every row, and that binds the team itself.
 */
const notices = `
  create table notices (
    team_id uuid not null,
    id uuid not null,
    kind text not null,
    urgent boolean not null default false,
    shop_id uuid,
    subject_kind text not null,
    subject_id text not null,
    path text not null,
    params jsonb not null default '{}',
    key text not null,
    recipients uuid[] not null,
    at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create index notices_key on notices (team_id, key);
  create index notices_shop on notices (team_id, shop_id) where shop_id is not null;
  create index notices_at on notices (team_id, at);
  create index notices_recipients on notices using gin (recipients) with (fastupdate = off);
  ${fence('notices')}
  create policy notices_owner on notices to current_user using (true);

  create table notice_marks (
    team_id uuid not null,
    member_id uuid not null,
    notice_id uuid not null,
    read_at timestamptz not null,
    primary key (team_id, member_id, notice_id),
    foreign key (team_id, notice_id) references notices (team_id, id) on delete cascade,
    foreign key (team_id, member_id) references members (team_id, id) on delete cascade);
  create index notice_marks_notice on notice_marks (team_id, notice_id);
  ${fence('notice_marks')}

  create function notices_for(person uuid) returns setof notices
    language sql stable security definer set search_path = public, pg_catalog as $$
      select * from notices
      where team_id = current_setting('guitai.team')::uuid and recipients @> array[person] $$;
  revoke all on function notices_for from public;
  grant execute on function notices_for to ${appRole};`;

/** What a person wants to be told how, and when not. */
const choices = `
  create table notice_choices (
    team_id uuid not null,
    member_id uuid not null,
    kind text not null,
    ways text[] not null,
    primary key (team_id, member_id, kind),
    foreign key (team_id, member_id) references members (team_id, id) on delete cascade);
  ${fence('notice_choices')}

  create table notice_manners (
    team_id uuid not null,
    member_id uuid not null,
    timezone text not null default 'Asia/Shanghai',
    quiet_from text,
    quiet_until text,
    days_off int[] not null default '{}',
    mail_minutes int not null default 30,
    digest_at text,
    digested_at timestamptz,
    primary key (team_id, member_id),
    foreign key (team_id, member_id) references members (team_id, id) on delete cascade);
  ${fence('notice_manners')}

  create table notice_mails (
    team_id uuid not null,
    id uuid not null,
    member_id uuid not null,
    kind text not null check (kind in ('single', 'digest')),
    notice_ids uuid[] not null,
    key text not null,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'unsent')),
    why text not null default '',
    tries int not null default 0,
    at timestamptz not null,
    settled_at timestamptz,
    primary key (team_id, id),
    unique (team_id, member_id, key),
    foreign key (team_id, member_id) references members (team_id, id) on delete cascade);
  create index notice_mails_waiting on notice_mails (team_id, at) where state = 'waiting';
  ${fence('notice_mails')}`;

export const up = `${notices}${choices}`;
