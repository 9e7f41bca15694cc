import { type RawBuilder, sql } from 'kysely';
import type { JsonText } from '../../kernel/answer.ts';
import { isoColumn } from '../../kernel/events.ts';
import { json, run, type Tx } from '../../kernel/tx.ts';
import type { NearPlan } from './query.rules.ts';

export type Shops = readonly string[] | null;

const seen = (shops: Shops) =>
  shops === null ? sql`true` : sql`p.shop_id = any(${[...shops]}::uuid[])`;
const iso = (column: string) => sql.raw(isoColumn(column));

/** What a list or a search result tells of a product; price and stock are those of this moment. */
const summaryKeys = sql`
  'id', p.id, 'shopId', p.shop_id, 'externalId', p.external_id, 'title', p.title, 'status', p.status,
  'currency', p.currency, 'priceMinor', v.least, 'priceMaxMinor', v.most, 'stock', v.stock,
  'available', v.available and p.status = 'on_sale', 'variantCount', v.count, 'sku', v.sku,
  'pictureUrl', coalesce(p.pictures[1], v.picture), 'url', p.url, 'updatedAt', ${iso('p.updated_at')}`;

const variantsTogether = sql`lateral (
  select coalesce(min(price_minor), 0) as least, coalesce(max(price_minor), 0) as most, count(*)::int as count,
    case when bool_or(stock is null) then null else sum(stock)::int end as stock,
    coalesce(bool_or(available and coalesce(stock, 1) > 0), false) as available,
    coalesce((array_agg(sku order by no))[1], '') as sku,
    (array_agg(picture_url order by no) filter (where picture_url is not null))[1] as picture
  from variants where team_id = p.team_id and product_id = p.id) v`;

const variantsListed = sql`coalesce((select json_agg(json_build_object('id', id, 'externalId', external_id, 'sku', sku,
  'options', options, 'priceMinor', price_minor, 'stock', stock, 'available', available and coalesce(stock, 1) > 0,
  'reserved', reserved, 'low', low,
  'pictureUrl', picture_url, 'attributes', attributes) order by no)
  from variants where team_id = p.team_id and product_id = p.id), '[]')`;

/** The whole product as JSON text; null when there is none for this reader. */
export const readProduct = (
  tx: Tx,
  id: string,
  shops: Shops,
  can: readonly string[],
): Promise<JsonText | null> =>
  json(
    tx,
    sql`select json_build_object(${summaryKeys}, 'viewedAt', null, 'description', p.description, 'aliases', p.aliases,
          'pictures', p.pictures, 'variants', ${variantsListed}, 'attributes', p.attributes, 'version', p.version,
          'mirroredAt', ${iso('p.mirrored_at')}, 'can', ${[...can]}::text[])::text
        from products p, ${variantsTogether}
        where p.team_id = ${tx.team} and p.id = ${id} and ${seen(shops)}`,
  );

export interface Listed {
  readonly summary: object;
  readonly id: string;
  readonly score: number;
  readonly at: string;
}

export interface ListQuery {
  readonly shops: Shops;
  readonly available: boolean;
  readonly buyerId: string | null;
  readonly limit: number;
}

/** Products without a search: those the buyer looked at first, then those changed last. */
export function readNewest(
  tx: Tx,
  query: ListQuery,
  after: readonly [number, string, string] | null,
): Promise<Listed[]> {
  const place = sql`(select w.at from product_views w
    where w.team_id = p.team_id and w.buyer_id = ${query.buyerId}::uuid and w.product_id = p.id)`;
  const scored = query.buyerId === null ? sql`null::timestamptz` : place;
  const inStock = sql`(not ${query.available}::boolean or (p.status = 'on_sale' and exists (select from variants x
    where x.team_id = p.team_id and x.product_id = p.id and x.available and coalesce(x.stock, 1) > 0)))`;
  const order =
    query.buyerId === null
      ? sql`p.updated_at desc, p.id desc`
      : sql`p.score desc, p.updated_at desc, p.id desc`;
  return run<Listed>(
    tx,
    sql`select json_build_object(${summaryKeys}, 'viewedAt', ${iso('p.viewed_at')}) as summary, p.id, p.score,
          to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
        from (select * from (
            select p.*, ${scored} as viewed_at, ${query.buyerId === null ? sql`0` : sql`(${place} is not null)::int`} as score
            from products p where p.team_id = ${tx.team} and ${seen(query.shops)} and ${inStock}) p
          where ${after === null ? sql`true` : query.buyerId === null ? sql`(p.updated_at, p.id) < (${after[1]}::timestamptz, ${after[2]}::uuid)` : sql`(p.score, p.updated_at, p.id) < (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)`}
          order by ${order} limit ${query.limit}) p, ${variantsTogether}
        order by ${order}`,
  );
}

const shopsOf = (query: ListQuery): string[] | null =>
  query.shops === null ? null : [...query.shops];

/** Products the index answers with, best first; those the buyer looked at stand before the others. */
export const readMatches = (
  tx: Tx,
  plan: string,
  query: ListQuery,
  after: readonly [number, string] | null,
): Promise<Listed[]> =>
  readFound(
    tx,
    sql`catalog_match(${plan}::jsonb, ${shopsOf(query)}::uuid[], ${query.available}, ${mostWeighed})`,
    query,
    after,
  );

/** Products that hold most of what was typed, for words that were mistyped and for whole sentences. */
export const readNear = (
  tx: Tx,
  plan: NearPlan,
  query: ListQuery,
  after: readonly [number, string] | null,
): Promise<Listed[]> =>
  readFound(
    tx,
    sql`catalog_near(${[...plan.tokens]}::int[], ${[...plan.weights]}::int[], ${shopsOf(query)}::uuid[], ${query.available},
      ${mostWeighed}, ${plan.share}::float8)`,
    query,
    after,
  );

function readFound(
  tx: Tx,
  found: RawBuilder<unknown>,
  query: ListQuery,
  after: readonly [number, string] | null,
): Promise<Listed[]> {
  return run<Listed>(
    tx,
    sql`select json_build_object(${summaryKeys}, 'viewedAt', ${iso('m.viewed_at')}) as summary, p.id, m.score,
          to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
        from (select * from (
            select c.product_id, w.at as viewed_at, c.score + case when w.at is null then 0 else 100000 end as score
            from ${found} c
            left join product_views w on w.team_id = ${tx.team} and w.buyer_id = ${query.buyerId}::uuid
              and w.product_id = c.product_id) c
          where ${after === null ? sql`true` : sql`(c.score, c.product_id) < (${after[0]}::int, ${after[1]}::uuid)`}
          order by c.score desc, c.product_id desc limit ${query.limit}) m
        join products p on p.team_id = ${tx.team} and p.id = m.product_id, ${variantsTogether}
        order by m.score desc, p.id desc`,
  );
}

/** A word that fits more products than this is answered out of the first so many: nobody reads further. */
const mostWeighed = 1_000;
