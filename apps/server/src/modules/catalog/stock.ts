import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { stockChanged } from './events.ts';

/** A variant taken out of stock for an order, as it was sold. */
export interface Taken {
  readonly variantId: string;
  readonly productId: string;
  readonly productExternalId: string;
  readonly sku: string;
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly priceMinor: number;
  readonly currency: string;
  readonly pictureUrl: string | null;
  readonly url: string | null;
}

export interface Wanted {
  readonly variantId: string;
  readonly quantity: number;
}

type NoStock = Refusal<'variant.not_found' | 'product.not_for_sale' | 'product.sold_out'>;

/** One conditional statement takes what is there or nothing: rivals for the last piece cannot both have it. */
const takeRow = (tx: Tx, shopId: string, { variantId, quantity }: Wanted) =>
  first<Taken & { stock: number | null }>(
    tx,
    sql`update variants v set stock = v.stock - ${quantity}
        from products p
        where v.team_id = ${tx.team} and v.id = ${variantId} and v.shop_id = ${shopId} and v.available
          and (v.stock is null or v.stock >= ${quantity})
          and p.team_id = v.team_id and p.id = v.product_id and p.status = 'on_sale'
        returning v.id as "variantId", p.id as "productId", p.external_id as "productExternalId",
          coalesce(nullif(v.sku, ''), v.external_id) as sku, p.title, v.options, v.price_minor as "priceMinor", p.currency,
          coalesce(v.picture_url, p.pictures[1]) as "pictureUrl", p.url, v.stock`,
  );

async function whyNot(tx: Tx, shopId: string, variantId: string): Promise<NoStock> {
  const row = await first<{ title: string; left: number | null; sold: boolean }>(
    tx,
    sql`select p.title, v.stock as left, v.available and p.status = 'on_sale' as sold
        from variants v join products p on p.team_id = v.team_id and p.id = v.product_id
        where v.team_id = ${tx.team} and v.id = ${variantId} and v.shop_id = ${shopId}`,
  );
  if (!row) return refuse('variant.not_found');
  const { title, left } = row;
  return row.sold
    ? refuse('product.sold_out', { title, left: left ?? 0 })
    : refuse('product.not_for_sale', { title });
}

/**
 * Takes pieces for an order, all or none (a refusal rolls the transaction back). Variants are taken in the order of their
 * ids, so that two carts with the same things wait for each other instead of blocking each other.
 */
export async function takeStock(
  actor: Actor,
  tx: Tx,
  shopId: string,
  wanted: readonly Wanted[],
): Promise<Taken[] | NoStock> {
  const taken = new Map<string, Taken>();
  for (const want of [...wanted].sort((a, b) => (a.variantId < b.variantId ? -1 : 1))) {
    const row = await takeRow(tx, shopId, want);
    if (!row) return whyNot(tx, shopId, want.variantId);
    taken.set(row.variantId, row);
    await tellStock(actor, tx, shopId, row);
  }
  return wanted.map((want) => taken.get(want.variantId) as Taken);
}

/** Puts pieces back that an order no longer needs. */
export async function returnStock(
  actor: Actor,
  tx: Tx,
  shopId: string,
  back: readonly Wanted[],
): Promise<void> {
  for (const { variantId, quantity } of [...back].sort((a, b) =>
    a.variantId < b.variantId ? -1 : 1,
  )) {
    const row = await first<{ variantId: string; productId: string; stock: number | null }>(
      tx,
      sql`update variants set stock = stock + ${quantity}
          where team_id = ${tx.team} and id = ${variantId} and shop_id = ${shopId} and stock is not null
          returning id as "variantId", product_id as "productId", stock`,
    );
    if (row) await tellStock(actor, tx, shopId, row);
  }
}

async function tellStock(
  actor: Actor,
  tx: Tx,
  shopId: string,
  row: { variantId: string; productId: string; stock: number | null },
): Promise<void> {
  if (row.stock === null) return;
  await refreshAvailable(tx, [row.productId]);
  const data = { shopId, productId: row.productId, variantId: row.variantId, stock: row.stock };
  emit(tx, stockChanged, { subject: row.productId, reach: { shop: shopId }, actor, data });
}

/** Tells the index which products may be bought now; writes only where that changed. */
export const refreshAvailable = (tx: Tx, productIds: readonly string[]) =>
  run(
    tx,
    sql`update product_search s set available = n.available
        from (select p.id, p.status = 'on_sale' and exists (select from variants v where v.team_id = p.team_id
            and v.product_id = p.id and v.available and coalesce(v.stock, 1) > 0) as available
          from products p where p.team_id = ${tx.team} and p.id = any(${[...productIds]}::uuid[])) n
        where s.team_id = ${tx.team} and s.product_id = n.id and s.available <> n.available`,
  );
