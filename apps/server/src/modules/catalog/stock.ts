import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { stockChanged } from './events.ts';
import {
  putBack,
  readOffer,
  refreshAvailable,
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

/** Takes pieces for an order, all or none: a refusal rolls the transaction back. */
export async function takeStock(
  actor: Actor,
  tx: Tx,
  shopId: string,
  wanted: readonly Wanted[],
): Promise<Taken[] | NoStock> {
  const taken = new Map<string, Taken>();
  for (const want of inOrder(wanted)) {
    const row = await takePieces(tx, shopId, want);
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
  for (const want of inOrder(back)) {
    const row = await putBack(tx, shopId, want);
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
