import { fence, publish } from '../../../kernel/migrate.ts';

const productTables = `
  create table products (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    external_id text collate "C" not null,
    title text not null,
    status text not null check (status in ('on_sale', 'off_sale', 'out_of_stock')),
    currency text not null,
    description text not null default '',
    aliases text[] not null default '{}',
    pictures text[] not null default '{}',
    url text,
    attributes jsonb not null default '{}',
    version int not null default 1,
    source_hash bytea,
    mirrored_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (team_id, id),
    unique (team_id, shop_id, external_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create index products_newest on products (team_id, updated_at desc, id desc);
  ${fence('products')}
  create table variants (
    team_id uuid not null,
    id uuid not null,
    product_id uuid not null,
    shop_id uuid not null,
    no int not null,
    external_id text collate "C" not null,
    sku text collate "C" not null default '',
    options json not null default '{}',
    price_minor bigint not null check (price_minor >= 0),
    stock int check (stock >= 0),
    available boolean not null default true,
    picture_url text,
    attributes jsonb not null default '{}',
    primary key (team_id, id),
    unique (team_id, product_id, external_id),
    foreign key (team_id, product_id) references products (team_id, id) on delete cascade);
  create index variants_external on variants (team_id, shop_id, external_id);
  create index variants_sku on variants (team_id, shop_id, sku) where sku <> '';
  ${fence('variants')}
  create table product_views (
    team_id uuid not null,
    buyer_id uuid not null,
    product_id uuid not null,
    at timestamptz not null default now(),
    primary key (team_id, buyer_id, product_id),
    foreign key (team_id, product_id) references products (team_id, id) on delete cascade);
  ${fence('product_views')}`;

/**
 * The search index stands in a table of its own, read through one function. Row-level security lets no index answer an
 * operator that is not leakproof (`@>` on arrays is not), so the function runs as the owner of the table, to whom a
 * second policy shows every row, and binds the team itself. For the running product the table is fenced like any other.
 */
const searchTable = `
  create table product_search (
    team_id uuid not null,
    product_id uuid not null,
    shop_id uuid not null,
    available boolean not null,
    title text not null,
    more text not null,
    codes text not null,
    pinyin text not null,
    initials text not null,
    tokens int[] not null,
    primary key (team_id, product_id),
    foreign key (team_id, product_id) references products (team_id, id) on delete cascade);
  create index product_search_tokens on product_search using gin (tokens) with (gin_pending_list_limit = 1024);
  ${fence('product_search')}
  create policy product_search_owner on product_search to current_user using (true);`;

/**
 * `plan` is { terms: [{ words, spoken, anyOf }], allOf, pairs }. With terms each must stand in the product; without, every
 * token of allOf must, and the pairs decide the order. At most `most` products are weighed. Texts in the table begin and
 * end with a space, so that a whole word and the beginning of one can be told from the middle.
 */
const searchFunction = `
  create function catalog_match(plan jsonb, shops uuid[], only_available boolean, most int)
    returns table (product_id uuid, score int)
    language plpgsql stable security definer set search_path = public, pg_catalog set enable_seqscan = off as $function$
  declare
    holds text;
    points text;
  begin
    if jsonb_array_length(plan->'terms') > 0 then
      select string_agg('(' || t.sets || ')', ' and '), string_agg(t.points, ' + ')
        into holds, points
        from (
          select
            (select string_agg(format('s.tokens @> %L::int[]', translate(s.value::text, '[] ', '{}')), ' or ')
              from jsonb_array_elements(term->'anyOf') s) as sets,
            (select 'case ' || string_agg(p.clauses, ' ' order by p.n) || ' else -100000 end' from (
              select n, case when word ~ '[a-z0-9]' then format('when strpos(s.codes, %L) > 0 then 500 ', ' ' || word || ' ') else '' end
                || format('when strpos(s.title, %1$L) > 0 then %3$s when strpos(s.title, %2$L) > 0 then %4$s
                  when strpos(s.more, %2$L) > 0 then 60 when strpos(s.codes, %2$L) > 0 then 50',
                  ' ' || word, word, 120 - 20 * (n > 1)::int, 100 - 20 * (n > 1)::int) as clauses
              from jsonb_array_elements_text(term->'words') with ordinality w(word, n)
              union all
              select 1000, format('when strpos(s.initials, %2$L) > 0 then 40 when strpos(s.pinyin, %1$L) > 0 then 45
                when strpos(s.pinyin, %2$L) > 0 then 35', ' ' || (term->>'spoken'), term->>'spoken')
              where term->>'spoken' is not null) p) as points
          from jsonb_array_elements(plan->'terms') term) t;
    else
      holds := format('s.tokens @> %L::int[]', translate((plan->'allOf')::text, '[] ', '{}'));
      select coalesce(string_agg(format('10 * (strpos(s.title, %L) > 0)::int', pair), ' + '), '0')
        into points from jsonb_array_elements_text(plan->'pairs') pair;
    end if;
    return query execute format(
      'select w.product_id, w.points + w.available::int from (
         select s.product_id, s.available, %s as points from (
           select * from product_search s
           where s.team_id = current_setting(''guitai.team'')::uuid and (%s)
             and ($1 is null or s.shop_id = any($1)) and (not $2 or s.available)
           limit $3) s) w
       where w.points >= 0', points, holds)
      using shops, only_available, most;
  end $function$;
  revoke all on function catalog_match from public;
  grant execute on function catalog_match to guitai_app;`;

const views = `
  ${publish(
    'products',
    `select team_id, id, shop_id, external_id, title, status, currency, description, url, pictures, aliases, attributes,
       created_at, updated_at, mirrored_at from products`,
  )}
  ${publish(
    'variants',
    `select team_id, id, product_id, shop_id, no, external_id, sku, options, price_minor, stock,
       available and coalesce(stock, 1) > 0 as available, picture_url from variants`,
  )}`;

export const up = `${productTables} ${searchTable} ${searchFunction} ${views}`;
