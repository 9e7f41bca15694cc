import type { Actor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import type { ShopRow } from './shop.store.ts';

/** A shop as this reader may see it. */
export const shownShop = (actor: Actor, shop: ShopRow) => ({
  id: shop.id,
  name: shop.name,
  kind: shop.kind,
  currency: shop.currency,
  timezone: shop.timezone,
  locale: shop.locale,
  colour: shop.colour,
  createdAt: shop.created_at,
  updatedAt: shop.updated_at,
  can:
    can(actor, 'shops.manage', { shop: shop.id }) === 'yes'
      ? ['updateShop', 'updateShopSettings']
      : [],
});

/** What the events of shops carry. */
export const faceOf = (shop: ShopRow) => ({
  shopId: shop.id,
  name: shop.name,
  kind: shop.kind,
  currency: shop.currency,
  timezone: shop.timezone,
  locale: shop.locale,
  colour: shop.colour,
});
