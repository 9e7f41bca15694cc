import type { InputOf, shops } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { sightOf } from '../../kernel/can.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { shopCreated, shopRemoved } from './events.ts';
import { isTimezone } from './settings.rules.ts';
import { faceOf, shownShop } from './shop.shown.ts';
import { deleteShop, insertShop, listShopRows, lockShop, shopOfId } from './shop.store.ts';

const defaultColour = '#0F766E';

/** Shops this reader works in, oldest first. */
export async function listShops(actor: StaffActor, tx: Tx, input: InputOf<typeof shops.listShops>) {
  const place = readCursor<[string]>('shops', ['id'], input.cursor);
  if (isRefusal(place)) return place;
  const sight = sightOf(actor, 'shops.read');
  if (!sight) return { items: [], next: null };
  const limit = input.limit ?? 50;
  const rows = await listShopRows(tx, { shops: sight.shops, after: place?.[0], limit: limit + 1 });
  const page = pageOf('shops', rows, limit, (row) => [row.id]);
  return { items: page.items.map((row) => shownShop(actor, row)), next: page.next };
}

/** Opens a shop. */
export async function createShop(
  actor: TeamActor,
  tx: Tx,
  input: InputOf<typeof shops.createShop>,
) {
  if (!isTimezone(input.timezone)) {
    return refuse('shop.timezone_unknown', { timezone: input.timezone });
  }
  const { name, kind, currency, timezone, locale, colour = defaultColour } = input;
  const made = { id: newId(), name, kind, currency, timezone, locale, colour };
  if (!(await insertShop(tx, { ...made, team: actor.team }))) {
    return refuse('shop.name_taken', { name });
  }
  const shop = await shopOfId(tx, made.id);
  if (!shop) throw new Error('a shop vanished');
  record(tx, actor, {
    action: 'shop.created',
    subject: { kind: 'shop', id: shop.id },
    after: { name, kind, currency, timezone },
    shop: shop.id,
  });
  emit(tx, shopCreated, {
    subject: shop.id,
    reach: { shop: shop.id },
    actor,
    data: faceOf(shop),
  });
  return shownShop(actor, shop);
}

/** Takes a shop away once nothing hangs on it: the end of removing the sample shop. */
export async function removeShop(
  actor: TeamActor,
  tx: Tx,
  id: string,
): Promise<undefined | Refusal<'shop.not_found'>> {
  const shop = await lockShop(tx, id);
  if (!shop) return refuse('shop.not_found');
  await deleteShop(tx, id);
  record(tx, actor, {
    action: 'shop.removed',
    subject: { kind: 'shop', id },
    before: { name: shop.name },
    shop: id,
  });
  emit(tx, shopRemoved, { subject: id, reach: { shop: id }, actor, data: { shopId: id } });
}
