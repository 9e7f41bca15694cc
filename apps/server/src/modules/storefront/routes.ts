import { payments, storefront } from '@guitai/contract';
import { route, routeBare } from '../../kernel/route.ts';
import { paced, pacedBare } from '../../kernel/visitor-pace.ts';
import { confirmReceipt, getShopperOrder, listShopperOrders, placeOrder } from './order.ts';
import { payOrderWith } from './pay.ts';
import { openPaymentLinkWith } from './payment-link.ts';
import { createGetStorefrontPicture } from './picture.ts';
import type { SandboxHands } from './ports.ts';
import { quoteCart } from './quote.ts';
import {
  getStorefront,
  getStorefrontProduct,
  listStorefrontProducts,
  listStorefrontReviews,
} from './shelf.ts';
import { issueIdentityTokenWith, signInShopperWith } from './shopper.ts';

export const routesWith = (serverSecret: string, hands: SandboxHands) => [
  routeBare(storefront.getStorefront, 'open', getStorefront),
  routeBare(storefront.listStorefrontProducts, 'open', listStorefrontProducts),
  routeBare(storefront.getStorefrontProduct, 'open', getStorefrontProduct),
  routeBare(storefront.listStorefrontReviews, 'open', listStorefrontReviews),
  routeBare(storefront.getStorefrontPicture, 'open', createGetStorefrontPicture()),
  routeBare(storefront.signInShopper, 'open', signInShopperWith(serverSecret)),
  routeBare(storefront.issueIdentityToken, 'open', issueIdentityTokenWith(serverSecret)),
  route(storefront.quoteCart, 'visitor', quoteCart),
  route(storefront.placeOrder, 'visitor', paced(placeOrder)),
  routeBare(storefront.payOrder, 'visitor', pacedBare(payOrderWith(hands))),
  routeBare(payments.openPaymentLink, 'orders.remind', openPaymentLinkWith(hands)),
  route(storefront.confirmReceipt, 'visitor', paced(confirmReceipt)),
  route(storefront.getShopperOrder, 'visitor', getShopperOrder),
  route(storefront.listShopperOrders, 'visitor', listShopperOrders),
];
