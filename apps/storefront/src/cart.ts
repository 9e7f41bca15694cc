/** The cart lives in this browser; prices shown here are reminders, the server's count. */
import { kept } from './store.ts';
import type { ProductPage, Variant } from './types.ts';

export interface CartLine {
  variantId: string;
  productId: string;
  title: string;
  variant: string;
  imageUrl: string | null;
  currency: string;
  priceMinor: number;
  quantity: number;
}

const MOST = 99;
const lines = kept<readonly CartLine[]>([], 'guitai-shop:cart');

export const useCart = (): readonly CartLine[] => lines.use();

/** Puts pieces of a variant into the cart, beside those already there. */
export const addToCart = (product: ProductPage, variant: Variant, quantity: number): void => {
  const had = lines.get().find(({ variantId }) => variantId === variant.id);
  const others = lines.get().filter((line) => line !== had);
  const { id, title, imageUrl, currency } = product;
  lines.set([
    ...others,
    {
      variantId: variant.id,
      productId: id,
      title,
      variant: variant.title,
      imageUrl,
      currency,
      priceMinor: variant.priceMinor,
      quantity: Math.min(MOST, quantity + (had?.quantity ?? 0)),
    },
  ]);
};

/** Sets the number of pieces of a line; none removes it. */
export const setQuantity = (variantId: string, quantity: number): void =>
  lines.set(
    lines
      .get()
      .map((line) =>
        line.variantId === variantId ? { ...line, quantity: Math.min(MOST, quantity) } : line,
      )
      .filter((line) => line.quantity > 0),
  );

export const emptyCart = (): void => lines.set([]);

export const sumOf = (cart: readonly CartLine[]): number =>
  cart.reduce((sum, { priceMinor, quantity }) => sum + priceMinor * quantity, 0);
