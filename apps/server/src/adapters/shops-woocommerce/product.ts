import type { ProductRecord } from '../../modules/connectors/ports.ts';
import { hashed, minorOf } from '../shops-http/records.ts';
import type { WooProduct, WooVariation } from './shapes.ts';

const sellable = ({ stock_status }: Pick<WooProduct, 'stock_status'>): boolean =>
  stock_status !== 'outofstock';

/** A product with its variations (none for a simple one) in the words of the catalog. */
export function productRecord(
  product: WooProduct,
  variations: readonly WooVariation[],
  currency: string,
): ProductRecord {
  const simple: readonly WooVariation[] = [
    { ...product, attributes: [], image: product.images[0] ?? null },
  ];
  const variants = (variations.length > 0 ? variations : simple).map((one) => ({
    externalId: String(one.id),
    sku: one.sku,
    options: Object.fromEntries(one.attributes.map(({ name, option }) => [name, option])),
    priceMinor: minorOf(one.price || '0', currency),
    stock: one.stock_quantity,
    available: sellable(one),
    pictureUrl: one.image?.src ?? null,
    attributes: {},
  }));
  const sold = variants.some(({ available }) => available);
  return hashed({
    externalId: String(product.id),
    title: product.name,
    status: product.status !== 'publish' ? 'off_sale' : sold ? 'on_sale' : 'out_of_stock',
    currency,
    description: product.description.replace(/<[^>]*>/g, ' ').trim(),
    aliases: [],
    pictures: product.images.map(({ src }) => src),
    url: product.permalink || null,
    variants,
    attributes: {},
  });
}
