import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { briefShops } from '../shops/index.ts';

/** Refuses a list of shops with one the team does not have. Null means every shop and is always fine. */
export async function shopsExist(
  tx: Tx,
  shops: readonly string[] | null,
): Promise<Refusal<'shop.not_found'> | null> {
  if (shops === null) return null;
  const known = await briefShops(tx, shops);
  return known.length === new Set(shops).size ? null : refuse('shop.not_found');
}
