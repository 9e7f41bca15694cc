import type { ProductRecord } from '../../modules/connectors/ports.ts';
import { hashed, minorOf } from '../shops-http/records.ts';
import type { ShopifyProduct } from './shapes.ts';

/** A product of Shopify in the words of the catalog. */
export function productRecord(product: ShopifyProduct, currency: string): ProductRecord {
  const variants = product.variants.nodes.map((one) => ({
    externalId: one.legacyResourceId,
    sku: one.sku ?? '',
    options: Object.fromEntries(one.selectedOptions.map(({ name, value }) => [name, value])),
    priceMinor: minorOf(one.price, currency),
    stock: one.inventoryQuantity,
    available: one.availableForSale,
    pictureUrl: null,
    attributes: {},
  }));
  const sold = variants.some(({ available }) => available);
  const picture = product.featuredMedia?.preview?.image?.url;
  return hashed({
    externalId: product.legacyResourceId,
    title: product.title,
    status: product.status !== 'ACTIVE' ? 'off_sale' : sold ? 'on_sale' : 'out_of_stock',
    currency,
    description: product.description,
    aliases: [],
    pictures: picture ? [picture] : [],
    url: product.onlineStoreUrl,
    variants,
    attributes: {},
  });
}
