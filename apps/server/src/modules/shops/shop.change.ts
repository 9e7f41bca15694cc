import type { InputOf, shops } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { shopChanged } from './events.ts';
import { isTimezone } from './settings.rules.ts';
import { faceOf, shownShop } from './shop.shown.ts';
import { isNameTaken, lockShop, type ShopRow, setShop, shopOfId } from './shop.store.ts';

/** The shop, locked, when the actor may do this to it; otherwise the same refusal as for none. */
export async function lockAllowed(
  actor: StaffActor,
  tx: Tx,
  permission: string,
  id: string,
): Promise<ShopRow | Refusal<'shop.not_found'>> {
  if (can(actor, permission, { shop: id }) !== 'yes') return refuse('shop.not_found');
  return (await lockShop(tx, id)) ?? refuse('shop.not_found');
}

const beforeOf = (shop: ShopRow, change: object) =>
  Object.fromEntries(Object.keys(change).map((key) => [key, shop[key as keyof ShopRow]]));

/** Changes name, time zone, language or colour. */
export async function updateShop(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof shops.updateShop>,
) {
  const { shopId, ...change } = input;
  const before = await lockAllowed(actor, tx, 'shops.manage', shopId);
  if (isRefusal(before)) return before;
  if (change.timezone !== undefined && !isTimezone(change.timezone)) {
    return refuse('shop.timezone_unknown', { timezone: change.timezone });
  }
  if (change.name !== undefined && (await isNameTaken(tx, change.name, shopId))) {
    return refuse('shop.name_taken', { name: change.name });
  }
  await setShop(tx, shopId, change);
  const shop = await shopOfId(tx, shopId);
  if (!shop) throw new Error('a shop vanished');
  record(tx, actor, {
    action: 'shop.changed',
    subject: { kind: 'shop', id: shopId },
    before: beforeOf(before, change),
    after: change,
    shop: shopId,
  });
  emit(tx, shopChanged, { subject: shopId, reach: { shop: shopId }, actor, data: faceOf(shop) });
  return shownShop(actor, shop);
}
