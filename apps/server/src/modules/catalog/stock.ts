import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { orderRulesOf } from '../shops/index.ts';
import { stockChanged, stockLow } from './events.ts';
import {
  type From,
  putBack,
  readOffer,
  refreshAvailable,
  sellPieces,
  type Taken,
  takePieces,
  type Wanted,
} from './stock.store.ts';

type NoStock = Refusal<'variant.not_found' | 'product.not_for_sale' | 'product.sold_out'>;

async function whyNot(tx: Tx, shopId: string, variantId: string): Promise<NoStock> {
  const offer = await readOffer(tx, shopId, variantId);
  if (!offer) return refuse('variant.not_found');
  const { title, left } = offer;
  return offer.sold
    ? refuse('product.sold_out', { title, left: left ?? 0 })
    : refuse('product.not_for_sale', { title });
}

/** The same order for everybody, so that two carts with the same things wait for each other instead of blocking each other. */
const inOrder = (wanted: readonly Wanted[]) =>
  [...wanted].sort((a, b) => (a.variantId < b.variantId ? -1 : 1));

/** Reserves pieces for an order, all or none: a refusal rolls the transaction back. Warns once when a variant is getting low. */
export async function takeStock(
  actor: Actor,
  tx: Tx,
  shopId: string,
  wanted: readonly Wanted[],
): Promise<Taken[] | NoStock> {
  const taken = new Map<string, Taken>();
  const { lowStock } = await orderRulesOf(tx, shopId);
  for (const want of inOrder(wanted)) {
    const row = await takePieces(tx, shopId, want, lowStock);
    if (!row) return whyNot(tx, shopId, want.variantId);
    taken.set(row.variantId, row);
    await tellStock(actor, tx, shopId, row);
    if (row.turnedLow) tellLow(actor, tx, shopId, row, lowStock);
  }
  return wanted.map((want) => taken.get(want.variantId) as Taken);
}

function tellLow(
  actor: Actor,
  tx: Tx,
  shopId: string,
  row: Taken & { readonly stock: number | null },
  threshold: number,
): void {
  const { productId, variantId, title, sku, stock } = row;
  const data = { shopId, productId, variantId, title, sku, stock: stock ?? 0, threshold };
  emit(tx, stockLow, { subject: productId, reach: { shop: shopId }, actor, data });
}

/** What was reserved for an order leaves the house. */
export async function sellStock(tx: Tx, shopId: string, sold: readonly Wanted[]): Promise<void> {
  if (sold.length > 0) await sellPieces(tx, shopId, inOrder(sold));
}

/** Puts pieces back: those an order no longer needs, or those a buyer sent back (`sold`). */
export async function returnStock(
  actor: Actor,
  tx: Tx,
  shopId: string,
  back: readonly Wanted[],
  from: From = 'reserved',
): Promise<void> {
  if (back.length === 0) return;
  const { lowStock } = await orderRulesOf(tx, shopId);
  for (const want of inOrder(back)) {
    const row = await putBack(tx, shopId, want, from, lowStock);
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
