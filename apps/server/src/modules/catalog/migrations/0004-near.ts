import { appRole, fence } from '../../../kernel/migrate.ts';

/**
 * `form`: in which form the row was indexed; older ones are indexed again. `catalog_near` finds what holds most of the tokens,
 * rare ones counting more; for words that were mistyped, and for whole sentences. It reads the index like `catalog_match`.
 */
export const up = `
  alter table product_search add column form int not null default 1;

  create table synonym_groups (
    team_id uuid not null,
    shop_id uuid not null,
    no int not null,
    words text[] not null,
    primary key (team_id, shop_id, no),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('synonym_groups')}

  create function catalog_near(wanted int[], weights int[], shops uuid[], only_available boolean, most int, share float8)
    returns table (product_id uuid, score int)
    language sql stable security definer set search_path = public, pg_catalog set enable_seqscan = off as $function$
    with hits as (
      select w.token, w.weight, s.product_id, s.available, count(s.product_id) over (partition by w.token) as among
      from unnest(wanted, weights) as w(token, weight) left join lateral (
        select k.product_id, k.available from product_search k
        where k.team_id = current_setting('guitai.team')::uuid and k.tokens @> array[w.token]
          and (shops is null or k.shop_id = any(shops)) and (not only_available or k.available) limit most) s on true
    ), weighed as (
      select h.product_id, h.available, h.token, h.weight * ln(1 + 100000.0 / greatest(h.among, 1)) as points from hits h
    ), whole as (select sum(points) as points from (select distinct token, points from weighed) each)
    select w.product_id, (100 * sum(w.points) / max(whole.points))::int * 10 + bool_or(w.available)::int
    from weighed w, whole where w.product_id is not null
    group by w.product_id having sum(w.points) >= share * max(whole.points) $function$;
  revoke all on function catalog_near from public;
  grant execute on function catalog_near to ${appRole};
`;
