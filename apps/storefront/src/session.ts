/** Who shops here: one of the sample shop's invented buyers, or nobody. */
import type { storefront } from '@guitai/contract';
import { call } from './api.ts';
import { kept } from './store.ts';
import type { Shopper } from './types.ts';

const signedIn = kept<Shopper | null>(null, 'guitai-shop:shopper');
let pass: { token: string; expiresAt: string } | null = null;

export const useShopper = (): Shopper | null => signedIn.use();

export const signIn = async (shopperId: string): Promise<void> => {
  const reply = await call<typeof storefront.signInShopper>('POST', '/sessions', {
    body: { shopperId },
  });
  pass = reply;
  signedIn.set(reply.shopper);
};

export const signOut = (): void => {
  pass = null;
  signedIn.set(null);
};

/** A fresh signed identity, as a shop's own server would give its page for the chat; null when nobody is signed in. */
export const freshToken = async (): Promise<string | null> => {
  const shopperId = signedIn.get()?.id;
  if (!shopperId) return null;
  const path = '/identity-tokens';
  const reply = await call<typeof storefront.issueIdentityToken>('POST', path, {
    body: { shopperId },
  });
  return reply.token;
};

const SPARE_MS = 60_000;

/** The identity for the shop's own calls, renewed before it runs out. */
export const identity = async (): Promise<string> => {
  if (pass && Date.parse(pass.expiresAt) - Date.now() > SPARE_MS) return pass.token;
  const shopperId = signedIn.get()?.id;
  if (!shopperId) return '';
  pass = await call<typeof storefront.issueIdentityToken>('POST', '/identity-tokens', {
    body: { shopperId },
  });
  return pass.token;
};
