/**
 * The demo shop. Its catalogue is open; what a shopper does is proved by the header `Guitai-Identity` with the token of
 * `signInShopper` (the same signed token the chat takes; `Guitai-Site` names the channel). Signing in needs no
 * password, so it exists only for the invented shoppers of the sample shop.
 */
import { Address } from './address.ts';
import { SiteKey } from './channels.shapes.ts';
import { endpoint, Strict } from './endpoint.ts';
import { Currency, Id, Instant, Locale, Nullable, Text, Type } from './schema.ts';

export * from './storefront.errors.ts';
export * from './storefront.orders.ts';
export * from './storefront.products.ts';

/** An invented buyer one may sign in as. */
export const Shopper = Type.Object({
  id: Id,
  name: Text(100),
  address: Nullable(Address),
});

export const Storefront = Type.Object({
  shopName: Text(200),
  colour: Type.String(),
  currency: Currency,
  site: Nullable(SiteKey),
  categories: Type.Array(Type.String()),
  shoppers: Type.Array(Shopper, { description: 'Empty without the sample shop: looking only.' }),
});

/** Name, colour and demo shoppers of the shop on show. */
export const getStorefront = endpoint({
  id: 'getStorefront',
  method: 'GET',
  path: '/storefront',
  summary: 'The demo shop',
  query: Strict({ locale: Type.Optional(Locale) }),
  reply: Storefront,
  errors: ['storefront.empty'] as const,
});

const IdentityToken = Type.Object({
  token: Type.String({
    description: 'Signed JWT for `Guitai-Identity`; valid at most 10 minutes.',
  }),
  expiresAt: Instant,
});

/** Sign in as one of the sample shop's invented buyers. */
export const signInShopper = endpoint({
  id: 'signInShopper',
  method: 'POST',
  path: '/storefront/sessions',
  summary: 'Sign in to the demo shop as an invented buyer',
  body: Strict({ shopperId: Id }),
  reply: Type.Composite([Type.Object({ shopper: Shopper }), IdentityToken]),
  errors: ['shopper.not_found'] as const,
});

/** A fresh identity token for the page's chat, as a shop's own server would sign it for its signed-in buyer. */
export const issueIdentityToken = endpoint({
  id: 'issueIdentityToken',
  method: 'POST',
  path: '/storefront/identity-tokens',
  summary: 'A fresh signed identity of the signed-in shopper',
  body: Strict({ shopperId: Id }),
  reply: IdentityToken,
  errors: ['shopper.not_found'] as const,
});
