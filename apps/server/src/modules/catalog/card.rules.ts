import type { cards, Static } from '@guitai/contract';
import type { ProductFacts } from './facts.store.ts';

export type ProductCard = Static<typeof cards.ProductCard>;

/** A product as a card in a chat shows it. */
export const cardOfProduct = (product: ProductFacts): ProductCard => ({
  type: 'product',
  id: product.id,
  title: product.title,
  imageUrl: product.pictureUrl,
  url: product.url,
  currency: product.currency,
  priceMinor: product.priceMinor,
  stock: product.stock,
  inSale: product.onSale,
});
