import type { InputOf, storefront } from '@guitai/contract';
import type { BuyerActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { offersOf } from '../catalog/index.ts';
import { cartOf as couponCart, couponsFor, couponTitle, shownFit } from '../offers/index.ts';
import { cartOf } from './order.rules.ts';
import { postageFor, shopperOf } from './order.ts';

/** What the cart costs with the shopper's coupons: the best combination, or the one chosen. Nothing is taken or held. */
export async function quoteCart(
  actor: BuyerActor,
  tx: Tx,
  input: InputOf<typeof storefront.quoteCart>,
) {
  const shopper = shopperOf(actor);
  if (isRefusal(shopper)) return shopper;
  const { shop: shopId, buyer: buyerId } = shopper;
  const items = cartOf(input.items);
  const offered = await offersOf(
    tx,
    shopId,
    items.map((item) => item.variantId),
  );
  const lines = items.flatMap(({ variantId, quantity }, n) => {
    const offer = offered.get(variantId);
    return offer ? [{ no: n + 1, variantId, quantity, netMinor: offer.priceMinor * quantity }] : [];
  });
  if (lines.length < items.length) return refuse('variant.not_found');
  const currency = [...offered.values()][0]?.currency ?? 'CNY';
  const postageMinor = await postageFor(tx, shopId, items);
  const cart = await couponCart(tx, shopId, lines, postageMinor);
  const fits = await couponsFor(tx, { buyerId, shopId }, cart, input.couponIds ?? null);
  const itemsMinor = lines.reduce((sum, line) => sum + line.netMinor, 0);
  const discountMinor = fits.reduce((sum, { share }) => sum + (share?.savesMinor ?? 0), 0);
  const coupons = fits.map((fit) => ({
    ...shownFit(fit),
    title: couponTitle(fit.row.terms, currency, actor.locale),
  }));
  const totalMinor = itemsMinor + postageMinor - discountMinor;
  return { currency, itemsMinor, discountMinor, postageMinor, totalMinor, coupons };
}
