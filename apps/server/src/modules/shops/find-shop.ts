import type { Tx } from '../../kernel/tx.ts';
import { type ShopSettings, settingsOf } from './settings.rules.ts';
import { listShopRows, type ShopRow, shopOfId } from './shop.store.ts';

/** A shop as other modules need one. */
export interface ShopBrief extends Omit<ShopRow, 'settings' | 'created_at' | 'updated_at'> {
  readonly settings: ShopSettings;
}

/** A shop of the transaction's team with its settings in force; null when there is none of that id. */
export async function findShop(tx: Tx, id: string): Promise<ShopBrief | null> {
  const row = await shopOfId(tx, id);
  if (!row) return null;
  const { created_at: _made, updated_at: _changed, ...shop } = row;
  return { ...shop, settings: settingsOf(row.settings) };
}

const most = 1_000;

/** The team's shops in short, oldest first; only the given ones when given. */
export async function briefShops(tx: Tx, shops: readonly string[] | null) {
  const rows = await listShopRows(tx, { shops, limit: most });
  return rows.map(({ id, name, kind, colour, currency, timezone }) => ({
    id,
    name,
    kind,
    colour,
    currency,
    timezone,
  }));
}
