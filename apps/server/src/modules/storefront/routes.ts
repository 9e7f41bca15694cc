import { storefront } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { getShopperOrder, listShopperOrders, payOrder, placeOrder } from './order.ts';
import { createGetStorefrontPicture } from './picture.ts';
import { getStorefront, getStorefrontProduct, listStorefrontProducts } from './shelf.ts';
import { issueIdentityTokenWith, signInShopperWith } from './shopper.ts';

export const routesWith = (serverSecret: string) => [
  routeBare(storefront.getStorefront, 'open', getStorefront),
  routeBare(storefront.listStorefrontProducts, 'open', listStorefrontProducts),
  routeBare(storefront.getStorefrontProduct, 'open', getStorefrontProduct),
  routeBare(storefront.getStorefrontPicture, 'open', createGetStorefrontPicture()),
  routeBare(storefront.signInShopper, 'open', signInShopperWith(serverSecret)),
  routeBare(storefront.issueIdentityToken, 'open', issueIdentityTokenWith(serverSecret)),
  route(storefront.placeOrder, 'visitor', placeOrder),
  route(storefront.payOrder, 'visitor', payOrder),
  route(storefront.getShopperOrder, 'visitor', getShopperOrder),
  route(storefront.listShopperOrders, 'visitor', listShopperOrders),
];
