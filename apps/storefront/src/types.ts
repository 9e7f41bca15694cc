/** Types only: nothing of the contract is in the bundle. */
import type { ReplyOf, reviews, Static, storefront } from '@guitai/contract';

export type Shop = ReplyOf<typeof storefront.getStorefront>;
export type Shopper = Static<typeof storefront.Shopper>;
export type Product = Static<typeof storefront.StorefrontProduct>;
export type ProductPage = ReplyOf<typeof storefront.getStorefrontProduct>;
export type Variant = Static<typeof storefront.StorefrontVariant>;
export type Order = Static<typeof storefront.ShopperOrder>;
export type Address = NonNullable<Shopper['address']>;
export type Outcome = Static<typeof storefront.payOrder.body>['outcome'];
export type OwnLine = Static<typeof reviews.OwnReviewLine>;
