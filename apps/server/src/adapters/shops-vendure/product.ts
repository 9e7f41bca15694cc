import type { ProductRecord } from '../../modules/connectors/ports.ts';
import { hashed } from '../shops-http/records.ts';
import type { VendureOption } from './shapes.ts';

export interface VendureProduct {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly description: string;
  readonly enabled: boolean;
  readonly featuredAsset: { readonly preview: string } | null;
  readonly variants: readonly {
    readonly id: string;
    readonly sku: string;
    readonly name: string;
    readonly enabled: boolean;
    readonly currencyCode: string;
    readonly priceWithTax: number;
    readonly stockLevels: readonly {
      readonly stockOnHand: number;
      readonly stockAllocated: number;
    }[];
    readonly featuredAsset: { readonly preview: string } | null;
    readonly options: readonly VendureOption[];
  }[];
}

/** A product of Vendure in the words of the catalog; stock is what is on hand and not promised to an order. */
export function productRecord(product: VendureProduct, currency: string): ProductRecord {
  const variants = product.variants.map((variant) => {
    const stock = variant.stockLevels.reduce((n, s) => n + s.stockOnHand - s.stockAllocated, 0);
    return {
      externalId: variant.id,
      sku: variant.sku,
      options: Object.fromEntries(variant.options.map(({ name, group }) => [group.name, name])),
      priceMinor: variant.priceWithTax,
      stock,
      available: variant.enabled && stock > 0,
      pictureUrl: variant.featuredAsset?.preview ?? null,
      attributes: {},
    };
  });
  const sold = variants.some(({ available }) => available);
  return hashed({
    externalId: product.id,
    title: product.name,
    status: !product.enabled ? 'off_sale' : sold ? 'on_sale' : 'out_of_stock',
    currency: product.variants[0]?.currencyCode ?? currency,
    description: product.description.replace(/<[^>]*>/g, ' ').trim(),
    aliases: [],
    pictures: product.featuredAsset ? [product.featuredAsset.preview] : [],
    url: null,
    variants,
    attributes: {},
  });
}
