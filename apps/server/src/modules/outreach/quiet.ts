import type { Tx } from '../../kernel/tx.ts';
import { settingsOfShops } from './facts.store.ts';
import { quietUntil } from './quiet.rules.ts';

/** The instant itself, or the end of the shop's quiet hours it lies in. */
export async function outOfQuiet(
  tx: Tx,
  shop: { readonly id: string; readonly timezone: string },
  at: Date,
): Promise<Date> {
  const hours = (await settingsOfShops(tx, [shop.id])).get(shop.id)?.quietHours ?? null;
  const end = hours && quietUntil(hours, at.getTime(), shop.timezone);
  return end ? new Date(end) : at;
}
