import type { InputOf, shops } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { emit } from '../../kernel/events.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { shopSettingsChanged } from './events.ts';
import { twiceIn } from './order-rules.rules.ts';
import { isPattern, type ShopSettings, settingsOf } from './settings.rules.ts';
import { lockAllowed } from './shop.change.ts';
import { setSettings, shopOfId } from './shop.store.ts';

/** Settings of a shop the reader works in; what was never set has its default. */
export async function getShopSettings(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof shops.getShopSettings>,
) {
  const seen = can(actor, 'shops.read', { shop: input.shopId }) === 'yes';
  const shop = seen ? await shopOfId(tx, input.shopId) : undefined;
  return shop ? settingsOf(shop.settings) : refuse('shop.not_found');
}

const pick = (settings: ShopSettings, change: object) =>
  Object.fromEntries(
    Object.keys(change).map((name) => [name, settings[name as keyof ShopSettings]]),
  );

/** Changes the given settings; two people who change different ones at once both keep theirs. */
export async function updateShopSettings(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof shops.updateShopSettings>,
) {
  const { shopId, ...change } = input;
  const shop = await lockAllowed(actor, tx, 'shops.manage', shopId);
  if (isRefusal(shop)) return shop;
  if (change.orderNumberPattern !== undefined && !isPattern(change.orderNumberPattern)) {
    return refuse('shop.pattern_invalid');
  }
  const twice = twiceIn(change.orderRules ?? {});
  if (twice !== undefined) return refuse('shop.reason_twice', { code: twice });
  await setSettings(tx, shopId, change);
  const orderRules = { ...shop.settings.orderRules, ...change.orderRules };
  const settings = settingsOf({ ...shop.settings, ...change, orderRules });
  record(tx, actor, {
    action: 'shop.settings_changed',
    subject: { kind: 'shop', id: shopId },
    before: pick(settingsOf(shop.settings), change),
    after: change,
    shop: shopId,
  });
  emit(tx, shopSettingsChanged, {
    subject: shopId,
    reach: { shop: shopId },
    actor,
    data: { shopId, settings },
  });
  return settings;
}
