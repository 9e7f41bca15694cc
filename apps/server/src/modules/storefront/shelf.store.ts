import { sql } from 'kysely';
import { isId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

/** A product as the shelf holds it, words as the shop wrote them. */
export interface ShelfRow {
  readonly id: string;
  readonly externalId: string;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly imageUrl: string | null;
  readonly currency: string;
  readonly priceMinor: number;
  readonly stock: number | null;
}

const columns = sql`p.id, p.external_id as "externalId", p.title, p.description,
  coalesce(p.attributes ->> 'category', '') as category, p.pictures[1] as "imageUrl", p.currency,
  coalesce(v.least, 0) as "priceMinor", v.stock`;

const variantsTogether = sql`lateral (
  select min(price_minor) as least, case when bool_or(stock is null) then null else sum(stock)::int end as stock
  from published.variants where team_id = p.team_id and product_id = p.id) v`;

export interface ShelfQuery {
  readonly shopId: string;
  /** Names of the category in any language; null for all. */
  readonly categories: readonly string[] | null;
  readonly after: string | null;
  readonly limit: number;
}

/** Products on sale, in the order they were put up. */
export const readShelf = (tx: Tx, query: ShelfQuery): Promise<ShelfRow[]> =>
  run(
    tx,
    sql`select ${columns} from published.products p, ${variantsTogether}
        where p.team_id = ${tx.team} and p.shop_id = ${query.shopId} and p.status = 'on_sale'
          and (${query.after}::uuid is null or p.id > ${query.after})
          and (${query.categories === null} or p.attributes ->> 'category' = any(${[...(query.categories ?? [])]}::text[]))
        order by p.id limit ${query.limit}`,
  );

/** These products of the shop, as far as they are on sale, in the order given. */
export const readChosen = (tx: Tx, shopId: string, ids: readonly string[]): Promise<ShelfRow[]> =>
  run(
    tx,
    sql`select ${columns} from unnest(${[...ids]}::uuid[]) with ordinality c(id, n)
        join published.products p on p.team_id = ${tx.team} and p.id = c.id, ${variantsTogether}
        where p.shop_id = ${shopId} and p.status = 'on_sale' order by c.n`,
  );

/** One product of the shop by its id or the shop's own key, also when it is sold out: a link may be old. What was taken off sale is nobody's business. */
export const readOne = (tx: Tx, shopId: string, idOrKey: string): Promise<ShelfRow | undefined> =>
  first(
    tx,
    sql`select ${columns} from published.products p, ${variantsTogether}
        where p.team_id = ${tx.team} and p.shop_id = ${shopId} and p.status <> 'off_sale'
          and ${isId(idOrKey) ? sql`p.id = ${idOrKey}` : sql`p.external_id = ${idOrKey}`}`,
  );

export interface VariantRow {
  readonly id: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: number;
  readonly stock: number | null;
  readonly imageUrl: string | null;
}

export const readVariants = (tx: Tx, productId: string): Promise<VariantRow[]> =>
  run(
    tx,
    sql`select id, sku, options, price_minor as "priceMinor", stock, picture_url as "imageUrl" from published.variants
        where team_id = ${tx.team} and product_id = ${productId} order by no`,
  );

/** Categories of what is on sale, in the order of the shelf. */
export async function readCategories(tx: Tx, shopId: string): Promise<string[]> {
  const rows = await run<{ category: string }>(
    tx,
    sql`select p.attributes ->> 'category' as category from published.products p
        where p.team_id = ${tx.team} and p.shop_id = ${shopId} and p.status = 'on_sale'
          and p.attributes ->> 'category' <> ''
        group by 1 order by min(p.id::text) limit 100`,
  );
  return rows.map((row) => row.category);
}
