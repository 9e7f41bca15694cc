import type { InputOf, storefront } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Bare } from '../../kernel/route.ts';
import { signIdentity } from '../channels/index.ts';
import { type SampleShopper, shoppersOf, voucherOf } from '../sample/index.ts';
import { shopOnShow } from './shop-on-show.ts';

interface Signed {
  readonly shopper: SampleShopper;
  readonly token: string;
  readonly expiresAt: string;
}

/** Signs for an invented buyer of the sample shop; for a buyer of any other shop there is nothing to sign. */
async function signFor(
  secretKey: string,
  db: Db,
  actor: Actor,
  shopperId: string,
): Promise<Signed | Refusal<'shopper.not_found'>> {
  const show = await shopOnShow(db, actor);
  if (isRefusal(show) || !show.sample || !show.channel?.enabled) return refuse('shopper.not_found');
  const shopper = shoppersOf(show.sample).find((one) => one.id === shopperId);
  const voucher = voucherOf(show.sample, shopperId);
  if (!shopper || !voucher) return refuse('shopper.not_found');
  const { token, expiresAt } = await signIdentity(secretKey, show.channel, voucher);
  return { shopper, token, expiresAt: expiresAt.toISOString() };
}

/** Signs in to the demo shop as one of its invented buyers. No row is made. */
export const signInShopperWith =
  (secretKey: string) =>
  (actor: Actor, { db }: Bare, input: InputOf<typeof storefront.signInShopper>) =>
    signFor(secretKey, db, actor, input.shopperId);

/** A fresh token before the old one runs out. */
export const issueIdentityTokenWith =
  (secretKey: string) =>
  async (actor: Actor, { db }: Bare, input: InputOf<typeof storefront.issueIdentityToken>) => {
    const signed = await signFor(secretKey, db, actor, input.shopperId);
    if (isRefusal(signed)) return signed;
    const { token, expiresAt } = signed;
    return { token, expiresAt };
  };
