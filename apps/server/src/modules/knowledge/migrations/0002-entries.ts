import { appRole, fence, publish } from '../../../kernel/migrate.ts';

/**
 * Entries with their versions. What is live and what is at work are versions by number; the times stand in the version, those of
 * the live one also on the entry, where lists look. `product_external_id` is the shop's own id, so that knowledge may come in before
 * the product. The search is read through a function, for the reason told in catalog.
 */
export const up = `
  create table knowledge_entries (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    slug text collate "C" not null,
    external_id text collate "C",
    product_external_id text collate "C",
    category text not null default '',
    topic text not null default '',
    live_no int,
    draft_no int,
    waiting boolean not null default false,
    valid_from timestamptz,
    valid_until timestamptz,
    archived_at timestamptz,
    version int not null default 1,
    views int not null default 0,
    sends int not null default 0,
    helped int not null default 0,
    asked_again int not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (team_id, id),
    unique (team_id, shop_id, slug),
    unique (team_id, shop_id, external_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create index knowledge_entries_newest on knowledge_entries (team_id, updated_at desc, id desc);
  create index knowledge_entries_product on knowledge_entries (team_id, product_external_id) where product_external_id is not null;
  create index knowledge_entries_waiting on knowledge_entries (team_id, updated_at) where waiting;
  ${fence('knowledge_entries')}

  create table knowledge_versions (
    team_id uuid not null,
    entry_id uuid not null,
    no int not null,
    state text not null check (state in ('draft', 'waiting', 'approved', 'refused', 'replaced')),
    words jsonb not null,
    questions text[] not null default '{}',
    picture_url text,
    valid_from timestamptz,
    valid_until timestamptz,
    writer_id uuid,
    at timestamptz not null default now(),
    decider_id uuid,
    decided_at timestamptz,
    reason text not null default '',
    primary key (team_id, entry_id, no),
    foreign key (team_id, entry_id) references knowledge_entries (team_id, id) on delete cascade);
  ${fence('knowledge_versions')}

  create table knowledge_search (
    team_id uuid not null,
    entry_id uuid not null,
    shop_id uuid not null,
    tokens int[] not null,
    primary key (team_id, entry_id),
    foreign key (team_id, entry_id) references knowledge_entries (team_id, id) on delete cascade);
  create index knowledge_search_tokens on knowledge_search using gin (tokens);
  ${fence('knowledge_search')}
  create policy knowledge_search_owner on knowledge_search to current_user using (true);

  create table knowledge_gaps (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    source text not null check (source in ('search', 'question')),
    question text not null,
    tokens int[] not null,
    product_external_id text collate "C",
    conversation_id uuid,
    seq int,
    count int not null default 1,
    entry_id uuid,
    dismissed_at timestamptz,
    first_at timestamptz not null default now(),
    last_at timestamptz not null default now(),
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create index knowledge_gaps_open on knowledge_gaps (team_id, shop_id, last_at desc) where dismissed_at is null and entry_id is null;
  create index knowledge_gaps_conversation on knowledge_gaps (team_id, conversation_id) where conversation_id is not null;
  ${fence('knowledge_gaps')}

  create table knowledge_rules (
    team_id uuid not null,
    shop_id uuid not null,
    four_eyes boolean not null default true,
    primary key (team_id, shop_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('knowledge_rules')}

  create function knowledge_match(wanted int[], shops uuid[], most int)
    returns table (entry_id uuid, token int, among bigint)
    language sql stable security definer set search_path = public, pg_catalog as $function$
    select s.entry_id, w.token, count(*) over (partition by w.token)
    from unnest(wanted) as w(token) cross join lateral (
      select k.entry_id from knowledge_search k
      where k.team_id = current_setting('guitai.team')::uuid and k.tokens @> array[w.token]
        and (shops is null or k.shop_id = any(shops)) limit most) s $function$;
  revoke all on function knowledge_match from public;
  grant execute on function knowledge_match to ${appRole};
  ${publish(
    'knowledge_entries',
    `select e.team_id, e.id, e.shop_id, e.product_external_id, e.category, e.topic, v.words, v.questions, v.picture_url
     from knowledge_entries e join knowledge_versions v on v.team_id = e.team_id and v.entry_id = e.id and v.no = e.live_no
     where e.archived_at is null and coalesce(e.valid_from, '-infinity') <= now() and coalesce(e.valid_until, 'infinity') > now()`,
  )}
`;
