import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { hasOwnOrders } from '../orders/index.ts';
import { connectionOfShop, type ShopBrief } from '../shops/index.ts';
import type { Mapping } from './map/mapping.rules.ts';

/** Whether a file read so tells of money: orders with their payments, or the balances of buyers. */
export const tellsOfMoney = ({ kind, fields }: Pick<Mapping, 'kind' | 'fields'>): boolean =>
  kind === 'orders' || (kind === 'buyers' && 'paymentMethods' in fields);

/**
 * Why a file may not be read into a shop; null where it may. Money has one source: once a shop takes orders itself, or has a
 * platform that tells of them, nobody writes orders or balances into it by a file.
 */
export async function barred(
  tx: Tx,
  shop: Pick<ShopBrief, 'id' | 'kind'>,
  mapping: Mapping,
): Promise<Refusal<'import.orders_live_here' | 'import.orders_live_elsewhere'> | null> {
  if (!tellsOfMoney(mapping)) return null;
  if (await connectionOfShop(tx, shop.id)) return refuse('import.orders_live_elsewhere');
  const here = shop.kind === 'built-in' && (await hasOwnOrders(tx, shop.id));
  return here ? refuse('import.orders_live_here') : null;
}
