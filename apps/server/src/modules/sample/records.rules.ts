import { createHash } from 'node:crypto';
import type { Locale } from '../../kernel/actor.ts';
import type { BuyerRecord } from '../buyers/index.ts';
import type { ProductRecord } from '../catalog/index.ts';
import type { OrderRecord, ParcelRecord } from '../orders/index.ts';
import { pictureOf, type SampleOrderFacts } from './content/order.rules.ts';
import type { SampleOrder } from './content/orders.ts';
import type { SampleBuyer } from './content/people.ts';
import { categories, type SampleProduct, type Texts, textIn } from './content/words.ts';
import { addressOf, externalIdOf } from './shoppers.ts';

export const currency = 'CNY';

const withHash = <R extends object>(record: R): R & { hash: Buffer } => ({
  ...record,
  hash: createHash('sha256').update(JSON.stringify(record)).digest(),
});

const otherNames = (texts: Texts, locale: Locale): string[] => [
  ...new Set(texts.filter((text) => text !== textIn(locale, texts))),
];

/** A product of the sample as the catalogue takes it in; found by its names in every language. */
export function productRecord(product: SampleProduct, locale: Locale): ProductRecord {
  const { key, title, text, differ, category, variants } = product;
  const tones = variants.filter((variant) => variant.tone !== undefined);
  return withHash({
    externalId: key,
    title: textIn(locale, title),
    status: 'on_sale' as const,
    currency,
    description: textIn(locale, text),
    aliases: [...otherNames(title, locale), ...(product.also ?? [])],
    pictures: [pictureOf(key, 0)],
    url: `/shop/products/${key}`,
    attributes: { category: textIn(locale, categories[category]) },
    variants: variants.map(({ sku, option, priceMinor, stock }, n) => ({
      externalId: sku,
      sku,
      options: option ? { [textIn(locale, differ)]: textIn(locale, option) } : {},
      priceMinor,
      stock,
      available: true,
      pictureUrl: tones.length > 0 ? pictureOf(key, n) : null,
      attributes: {},
    })),
  });
}

/** Country codes in which the sample's phone numbers are read. */
const countries: Readonly<Record<string, string>> = {
  '': 'CN',
  台灣: 'TW',
  'United Kingdom': 'GB',
  Germany: 'DE',
};

/** A buyer of the sample as a shop would tell of them. */
export const buyerRecord = (buyer: SampleBuyer): BuyerRecord =>
  withHash({
    externalId: externalIdOf(buyer),
    name: buyer.name,
    phone: buyer.phone,
    country: countries[buyer.country] ?? 'CN',
    email: buyer.email,
    level: buyer.level,
    locale: buyer.locale,
    addresses: [{ ...addressOf(buyer), raw: null }],
    attributes: {},
  });

/** An order of the sample with its lines and the money that moved. */
export const orderRecord = (
  order: SampleOrder,
  facts: SampleOrderFacts,
  buyer: SampleBuyer,
): OrderRecord =>
  withHash({
    externalId: facts.number,
    number: facts.number,
    url: `/shop/orders/${facts.number}`,
    status: order.status,
    sourceStatus: '',
    currency,
    buyerExternalId: externalIdOf(buyer),
    lines: facts.lines.map((line) => ({
      productExternalId: line.product,
      variantExternalId: line.sku,
      sku: line.sku,
      title: line.title,
      options: line.options,
      pictureUrl: line.picture,
      url: null,
      quantity: line.quantity,
      unitMinor: line.unitMinor,
      discountMinor: 0,
      attributes: {},
    })),
    discountMinor: order.discountMinor,
    postageMinor: order.postageMinor,
    totalMinor: null,
    payments: facts.payments.map((payment) => ({
      direction: payment.direction,
      kind: order.pay,
      sourceKind: '',
      methodExternalId: null,
      reference: payment.reference,
      amountMinor: payment.amountMinor,
      at: payment.at.toISOString(),
    })),
    address: addressOf(buyer),
    addressRaw: null,
    buyerNote: order.note,
    placedAt: facts.placedAt.toISOString(),
    attributes: {},
  });

/** The parcels of an order with every step of their way. */
export const parcelRecords = (facts: SampleOrderFacts): ParcelRecord[] =>
  facts.parcels.map((parcel) =>
    withHash({
      externalId: parcel.number,
      orderExternalId: facts.number,
      carrier: parcel.carrier,
      carrierName: parcel.carrierName,
      number: parcel.number,
      status: parcel.status,
      sourceStatus: '',
      promisedAt: parcel.promisedAt.toISOString(),
      deliveredAt: parcel.deliveredAt?.toISOString() ?? null,
      variantExternalIds: [],
      steps: parcel.steps.map((step) => ({
        at: step.at.toISOString(),
        status: step.status,
        sourceStatus: '',
        text: step.text,
        place: step.place,
        operator: '',
      })),
      attributes: {},
    }),
  );
