import { shops } from '@guitai/contract';
import { route } from '../../kernel/route.ts';
import { getShopSettings, updateShopSettings } from './settings.ts';
import { updateShop } from './shop.change.ts';
import { createShop, listShops } from './shop.ts';

const audited = { audited: true };

export const routes = [
  route(shops.listShops, 'shops.read', listShops),
  route(shops.createShop, 'shops.create', createShop, audited),
  route(shops.updateShop, 'shops.manage', updateShop, audited),
  route(shops.getShopSettings, 'shops.read', getShopSettings),
  route(shops.updateShopSettings, 'shops.manage', updateShopSettings, audited),
];
