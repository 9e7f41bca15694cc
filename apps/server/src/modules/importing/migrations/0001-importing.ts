import { fence } from '../../../kernel/migrate.ts';

export const up = `
  create table imports (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    request_key text,
    mapping_name text not null,
    mapping json not null,
    kind text not null,
    file_name text not null,
    size bigint not null,
    dry_run boolean not null,
    state text not null default 'waiting'
      check (state in ('waiting', 'running', 'done', 'failed', 'interrupted', 'cancelled')),
    runner uuid,
    read int not null default 0,
    read_bytes bigint not null default 0,
    created int not null default 0,
    changed int not null default 0,
    unchanged int not null default 0,
    rejected int not null default 0,
    failure text,
    failure_at text,
    actor_kind text not null,
    actor_id uuid,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    finished_at timestamptz,
    beat_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create unique index imports_request on imports (team_id, request_key) where request_key is not null;
  create index imports_newest on imports (team_id, created_at desc, id desc);
  ${fence('imports')}
  create table import_rejects (
    team_id uuid not null,
    import_id uuid not null,
    no int not null,
    record int not null,
    line int,
    key text not null,
    field text not null,
    reason text not null,
    source text not null,
    primary key (team_id, import_id, no),
    foreign key (team_id, import_id) references imports (team_id, id) on delete cascade);
  ${fence('import_rejects')}
  create table import_mappings (
    team_id uuid not null,
    name text not null,
    kind text not null,
    title text not null,
    document json not null,
    updated_at timestamptz not null default now(),
    primary key (team_id, name));
  ${fence('import_mappings')}`;
