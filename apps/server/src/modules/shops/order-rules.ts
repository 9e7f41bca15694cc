import type { Tx } from '../../kernel/tx.ts';
import { type OrderRules, rulesOf } from './order-rules.rules.ts';
import { shopOfId } from './shop.store.ts';

/** What the shop allows to be done to its orders: what was set, over the defaults. */
export async function orderRulesOf(tx: Tx, shopId: string): Promise<OrderRules> {
  const shop = await shopOfId(tx, shopId);
  return rulesOf(shop?.settings.orderRules);
}
