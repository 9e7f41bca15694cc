import { fence } from '../../../kernel/migrate.ts';

/**
 * Who a rule acts for: who wrote it last, or switched a ready-made one on. The table of rules is small: it is filled at once, by
 * its owner, for a moment not held to the fence.
 *
 * What runs are found by stands in a table of its own, a row for each order and buyer, and is read through one function: row-level
 * security lets no index answer an operator that is not leakproof. The function runs as the owner of the table, to whom a
 * second policy shows every row, and binds the team itself. Nothing is built over the runs but an index of buyers.
 */
export const up = `
  alter table automation_rules add column author_kind text, add column author_id uuid;
  alter table automation_rules no force row level security;
  alter table automation_versions no force row level security;
  update automation_rules r set author_kind = v.by_kind, author_id = v.by_id from automation_versions v
    where v.team_id = r.team_id and v.rule_id = r.id and v.version = r.version and v.by_kind in ('member', 'key');
  alter table automation_rules force row level security;
  alter table automation_versions force row level security;
  create index automation_rules_author on automation_rules (team_id, author_id) where author_id is not null;
  create index automation_runs_buyer on automation_runs (team_id, buyer_id) where buyer_id is not null;

  create extension if not exists pg_trgm;
  create table automation_found (
    team_id uuid not null,
    id uuid not null,
    order_id uuid,
    buyer_id uuid,
    words text not null,
    primary key (team_id, id),
    check (num_nonnulls(order_id, buyer_id) = 1),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  create index automation_found_order on automation_found (team_id, order_id) where order_id is not null;
  create index automation_found_buyer on automation_found (team_id, buyer_id) where buyer_id is not null;
  create index automation_found_words on automation_found using gin (words gin_trgm_ops);
  ${fence('automation_found')}
  create policy automation_found_owner on automation_found to current_user using (true);

  create function automation_find(pattern text, most int) returns table (id uuid)
    language sql stable security definer set search_path = public, pg_catalog as $function$
    select f.id from automation_found f
    where f.words ilike pattern and f.team_id = current_setting('guitai.team')::uuid limit most
  $function$;
  revoke all on function automation_find from public;
  grant execute on function automation_find to guitai_app;
`;
