import { fence } from '../../../kernel/migrate.ts';

/** A script's row holds what is published; every version stands beside it. `owner_id` is set for one's own scripts only. */
export const up = `
  create table script_folders (
    team_id uuid not null,
    id uuid not null,
    scope text not null check (scope in ('own', 'team', 'shop')),
    owner_id uuid,
    shop_id uuid,
    parent_id uuid,
    name text not null,
    position int not null default 0,
    playbook text,
    created_at timestamptz not null default now(),
    primary key (team_id, id),
    check ((scope = 'own') = (owner_id is not null)),
    check ((scope = 'shop') = (shop_id is not null)),
    foreign key (team_id, owner_id) references members on delete cascade,
    foreign key (team_id, shop_id) references shops on delete cascade,
    foreign key (team_id, parent_id) references script_folders);
  create index script_folders_parent on script_folders (team_id, parent_id) where parent_id is not null;
  ${fence('script_folders')}

  create table scripts (
    team_id uuid not null,
    id uuid not null,
    scope text not null check (scope in ('own', 'team', 'shop')),
    owner_id uuid,
    shop_id uuid,
    folder_id uuid,
    code text not null default '',
    title text not null,
    state text not null check (state in ('draft', 'waiting', 'published')),
    version int not null,
    published_version int,
    content jsonb not null,
    lead jsonb not null,
    kinds text[] not null,
    variants int not null,
    pinyin text not null,
    initials text not null,
    hash bytea not null,
    playbook text,
    step int,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    removed_at timestamptz,
    primary key (team_id, id),
    check ((scope = 'own') = (owner_id is not null)),
    check ((scope = 'shop') = (shop_id is not null)),
    foreign key (team_id, owner_id) references members on delete cascade,
    foreign key (team_id, shop_id) references shops on delete cascade,
    foreign key (team_id, folder_id) references script_folders);
  create index scripts_folder on scripts (team_id, folder_id) where folder_id is not null;
  create index scripts_hash on scripts (team_id, hash) where removed_at is null;
  create index scripts_waiting on scripts (team_id) where state = 'waiting' and removed_at is null;
  ${fence('scripts')}

  create table script_versions (
    team_id uuid not null,
    script_id uuid not null,
    version int not null,
    title text not null,
    content jsonb not null,
    state text not null check (state in ('draft', 'waiting', 'published', 'refused', 'replaced')),
    author_id uuid,
    at timestamptz not null default now(),
    decided_by uuid,
    decided_at timestamptz,
    reason text,
    primary key (team_id, script_id, version),
    foreign key (team_id, script_id) references scripts on delete cascade);
  ${fence('script_versions')}

  create table script_rules (
    team_id uuid not null,
    shop_id uuid,
    approval boolean not null,
    unique nulls not distinct (team_id, shop_id),
    foreign key (team_id, shop_id) references shops on delete cascade);
  ${fence('script_rules')}

  create table script_favourites (
    team_id uuid not null,
    member_id uuid not null,
    script_id uuid not null,
    primary key (team_id, member_id, script_id),
    foreign key (team_id, member_id) references members on delete cascade,
    foreign key (team_id, script_id) references scripts on delete cascade);
  ${fence('script_favourites')}

  create table script_pictures (
    team_id uuid not null,
    id uuid not null,
    name text not null,
    mime text not null,
    size bigint not null,
    width int,
    height int,
    key text not null,
    thumbnail_key text,
    at timestamptz not null default now(),
    primary key (team_id, id));
  ${fence('script_pictures')}

  create table forbidden_words (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid,
    word text not null,
    folded text not null,
    level text not null check (level in ('warn', 'block')),
    reason text not null default '',
    at timestamptz not null default now(),
    primary key (team_id, id),
    unique nulls not distinct (team_id, shop_id, folded),
    foreign key (team_id, shop_id) references shops on delete cascade);
  ${fence('forbidden_words')}

  create table script_uses (
    team_id uuid not null,
    message_id uuid not null,
    script_id uuid not null,
    version int not null,
    variant int not null,
    part int not null,
    use_key text not null,
    counts boolean not null,
    member_id uuid,
    conversation_id uuid not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    edited real not null,
    at timestamptz not null,
    replied_at timestamptz,
    order_id uuid,
    ordered_at timestamptz,
    paid_at timestamptz,
    paid_minor bigint,
    currency text,
    reversed_at timestamptz,
    primary key (team_id, message_id),
    foreign key (team_id, script_id) references scripts on delete cascade,
    foreign key (team_id, conversation_id) references conversations on delete cascade);
  create index script_uses_once on script_uses (team_id, conversation_id, use_key);
  create index script_uses_script on script_uses (team_id, script_id, at);
  create index script_uses_member on script_uses (team_id, member_id, at);
  create index script_uses_quiet on script_uses (team_id, conversation_id, at) where replied_at is null;
  create index script_uses_buyer on script_uses (team_id, buyer_id, at);
  create index script_uses_order on script_uses (team_id, order_id) where order_id is not null;
  ${fence('script_uses')}

  create table script_learned (
    team_id uuid not null,
    script_id uuid not null,
    gram text not null,
    n int not null,
    primary key (team_id, script_id, gram),
    foreign key (team_id, script_id) references scripts on delete cascade);
  ${fence('script_learned')}
`;
