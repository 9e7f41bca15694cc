import { createHash } from 'node:crypto';
import type { ProductRecord, VariantRecord } from '../src/modules/catalog/index.ts';
import type { LineRecord } from '../src/modules/orders/index.ts';

/** What tells one state of a source's record from another. */
export const hashOf = (value: unknown): Buffer =>
  createHash('sha256').update(JSON.stringify(value)).digest();

/** A variant as a source tells of it, plain but for what matters. */
export const variantRecord = (
  part: Partial<VariantRecord> & Pick<VariantRecord, 'externalId'>,
): VariantRecord => ({
  sku: part.externalId,
  options: {},
  priceMinor: 100,
  stock: null,
  available: true,
  pictureUrl: null,
  attributes: {},
  ...part,
});

/** A product as a source tells of it, plain but for what matters, with the hash of what it says. */
export function productRecord(
  part: Partial<Omit<ProductRecord, 'hash'>> & Pick<ProductRecord, 'externalId'>,
): ProductRecord {
  const record = {
    title: part.externalId,
    status: 'on_sale' as const,
    currency: 'CNY',
    description: '',
    aliases: [],
    pictures: [],
    url: null,
    attributes: {},
    variants: [],
    ...part,
  };
  return { ...record, hash: hashOf(record) };
}

/** A line of an order as a source tells of it. */
export const lineRecord = (part: Partial<LineRecord>): LineRecord => ({
  productExternalId: '',
  variantExternalId: '',
  sku: '',
  title: '',
  options: null,
  pictureUrl: null,
  url: null,
  quantity: 1,
  unitMinor: 0,
  discountMinor: 0,
  attributes: {},
  ...part,
});
