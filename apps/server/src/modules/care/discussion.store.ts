import { sql } from 'kysely';
import { first, type Tx } from '../../kernel/tx.ts';

/** The first product of the buyer's newest order in the shop. */
export async function productOfNewestOrder(
  tx: Tx,
  buyerId: string,
  shopId: string,
): Promise<string | null> {
  const row = await first<{ id: string | null }>(
    tx,
    sql`select (o.card::jsonb) #>> '{items,0,productId}' as id from published.order_cards o
        where o.team_id = ${tx.team} and o.buyer_id = ${buyerId} and o.shop_id = ${shopId} order by o.sort_at desc limit 1`,
  );
  return row?.id ?? null;
}

/** What of a product decides which kinds of knowledge fit: its category, and its title. */
export const productAbout = (tx: Tx, productId: string) =>
  first<{
    id: string;
    externalId: string;
    title: string;
    category: string | null;
    pictureUrl: string | null;
    shopId: string;
  }>(
    tx,
    sql`select p.id, p.external_id as "externalId", p.title, p.attributes ->> 'category' as category, p.pictures[1] as "pictureUrl",
          p.shop_id as "shopId"
        from published.products p where p.team_id = ${tx.team} and p.id = ${productId}`,
  );

/** Categories knowledge is written for in the shop that stand in a product's title. */
export async function categoriesIn(tx: Tx, shopId: string, title: string): Promise<string[]> {
  const row = await first<{ names: string[] }>(
    tx,
    sql`select coalesce(array_agg(distinct category), '{}') as names from published.knowledge_entries
        where team_id = ${tx.team} and shop_id = ${shopId} and category <> '' and strpos(lower(${title}), lower(category)) > 0`,
  );
  return row?.names ?? [];
}
