import { createHash } from 'node:crypto';
import type { AddressShape } from '@guitai/contract';
import type { BuyerRecord } from '../buyers/index.ts';
import type { ProductRecord } from '../catalog/index.ts';
import type { TextRecord } from '../knowledge/index.ts';
import type { MethodRecord, OrderFactRecord, OrderRecord, ParcelRecord } from '../orders/index.ts';
import type { ToldReview } from '../reviews/index.ts';
import { Rejection } from './map/convert.rules.ts';
import type { Mapped } from './map/record.rules.ts';
import { canonical } from './map/value.rules.ts';

type Part = Record<string, unknown>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const amount = (value: unknown): number => (typeof value === 'number' ? value : 0);
const parts = (value: unknown): Part[] => (Array.isArray(value) ? (value as Part[]) : []);
const facts = (value: unknown): Part => (value as Part | null) ?? {};

/** Changes with anything the record says; the order of names does not count. */
export const hashOf = (mapped: unknown): Buffer =>
  createHash('sha256').update(canonical(mapped)).digest();

const addressOf = (part: Part): AddressShape => ({
  name: text(part.name),
  phone: text(part.phone),
  country: text(part.country),
  province: text(part.province),
  city: text(part.city),
  district: text(part.district),
  street: text(part.street),
  postcode: text(part.postcode),
});

export function productOf(mapped: Mapped, currency: string): ProductRecord {
  return {
    externalId: text(mapped.externalId),
    title: text(mapped.title),
    status: (textOrNull(mapped.status) ?? 'on_sale') as ProductRecord['status'],
    currency: textOrNull(mapped.currency) ?? currency,
    description: text(mapped.description),
    aliases: (mapped.aliases as string[] | null) ?? [],
    pictures: (mapped.pictures as string[] | null) ?? [],
    url: textOrNull(mapped.url),
    variants: unique(
      parts(mapped.variants).map((part) => ({
        externalId: text(part.externalId),
        sku: text(part.sku),
        options: (part.options as Record<string, string> | null) ?? {},
        priceMinor: amount(part.price),
        stock: typeof part.stock === 'number' ? part.stock : null,
        available: part.available !== false,
        pictureUrl: textOrNull(part.pictureUrl),
        attributes: facts(part.attributes),
      })),
      'variants',
    ),
    attributes: mapped.attributes,
    hash: hashOf([mapped, currency]),
  };
}

function unique<T extends { readonly externalId: string }>(entries: T[], name: string): T[] {
  if (new Set(entries.map((entry) => entry.externalId)).size < entries.length) {
    throw new Rejection(`${name}/externalId`, 'repeated');
  }
  return entries;
}

export function buyerOf(mapped: Mapped, country: string): BuyerRecord {
  return {
    externalId: text(mapped.externalId),
    name: text(mapped.name),
    phone: textOrNull(mapped.phone),
    country: textOrNull(mapped.country) ?? country,
    email: textOrNull(mapped.email),
    level: textOrNull(mapped.level),
    locale: textOrNull(mapped.locale),
    addresses:
      mapped.addresses === undefined
        ? null
        : parts(mapped.addresses).map((part) => ({
            ...addressOf(part),
            raw: textOrNull(part.raw),
          })),
    attributes: mapped.attributes,
    hash: hashOf([mapped, country]),
  };
}

export function methodsOf(mapped: Mapped, currency: string): MethodRecord[] {
  return unique(
    parts(mapped.paymentMethods).map((part) => ({
      buyerExternalId: text(mapped.externalId),
      externalId: text(part.externalId),
      kind: text(part.kind) as MethodRecord['kind'],
      sourceKind: text(part.sourceKind),
      label: text(part.label) || text(part.sourceKind),
      balanceMinor: typeof part.balance === 'number' ? part.balance : null,
      currency: textOrNull(part.currency) ?? currency,
      attributes: facts(part.attributes),
    })),
    'paymentMethods',
  );
}

const sumOf = (payments: OrderRecord['payments'], direction: 'payment' | 'refund'): number =>
  payments
    .filter((one) => one.direction === direction)
    .reduce((sum, one) => sum + one.amountMinor, 0);

export function orderOf(mapped: Mapped, currency: string): OrderRecord {
  const address = mapped.address as Part | null;
  const payments = parts(mapped.payments).map((part, n) => ({
    direction: (textOrNull(part.direction) ?? 'payment') as 'payment' | 'refund',
    kind: textOrNull(part.kind) as OrderRecord['payments'][number]['kind'],
    sourceKind: text(part.sourceKind),
    methodExternalId: textOrNull(part.methodExternalId),
    reference: textOrNull(part.reference) ?? String(n + 1),
    amountMinor: amount(part.amount),
    at: textOrNull(part.at),
  }));
  if (sumOf(payments, 'refund') > sumOf(payments, 'payment'))
    throw new Rejection('payments', 'refund_above_paid');
  const lines = parts(mapped.lines).map((part) => ({
    productExternalId: text(part.productExternalId),
    variantExternalId: text(part.variantExternalId),
    sku: text(part.sku),
    title: text(part.title),
    options:
      part.options && Object.keys(part.options).length > 0
        ? (part.options as Record<string, string>)
        : null,
    pictureUrl: textOrNull(part.pictureUrl),
    url: textOrNull(part.url),
    quantity: amount(part.quantity) || 1,
    unitMinor: amount(part.unit),
    discountMinor: amount(part.discount),
    attributes: facts(part.attributes),
  }));
  if (lines.some((line) => !Number.isSafeInteger(line.unitMinor * line.quantity)))
    throw new Rejection('lines', 'out_of_range');
  return {
    externalId: text(mapped.externalId),
    number: textOrNull(mapped.number) ?? text(mapped.externalId),
    url: textOrNull(mapped.url),
    status: text(mapped.status) as OrderRecord['status'],
    sourceStatus: text(mapped.sourceStatus),
    currency: textOrNull(mapped.currency) ?? currency,
    buyerExternalId: textOrNull(mapped.buyerExternalId),
    lines,
    discountMinor: amount(mapped.discount),
    postageMinor: amount(mapped.postage),
    totalMinor: typeof mapped.total === 'number' ? mapped.total : null,
    payments,
    address: address ? addressOf(address) : null,
    addressRaw: address ? textOrNull(address.raw) : null,
    buyerNote: text(mapped.buyerNote),
    placedAt: textOrNull(mapped.placedAt),
    attributes: mapped.attributes,
    hash: hashOf([mapped, currency]),
  };
}

export function parcelOf(mapped: Mapped): ParcelRecord {
  return {
    externalId: text(mapped.externalId),
    orderExternalId: text(mapped.orderExternalId),
    carrier: text(mapped.carrier),
    carrierName: text(mapped.carrierName),
    number: text(mapped.number),
    status: textOrNull(mapped.status) as ParcelRecord['status'],
    sourceStatus: text(mapped.sourceStatus),
    promisedAt: textOrNull(mapped.promisedAt),
    deliveredAt: textOrNull(mapped.deliveredAt),
    variantExternalIds: (mapped.variantExternalIds as string[] | null) ?? [],
    steps: parts(mapped.steps).map((part) => ({
      at: textOrNull(part.at),
      status: (textOrNull(part.status) ?? 'unknown') as ParcelRecord['steps'][number]['status'],
      sourceStatus: text(part.sourceStatus),
      text: text(part.text),
      place: text(part.place),
      operator: text(part.operator),
    })),
    attributes: mapped.attributes,
    hash: hashOf(mapped),
  };
}

export const textRecordOf = (mapped: Mapped): TextRecord => ({
  externalId: text(mapped.externalId),
  productExternalId: textOrNull(mapped.productExternalId),
  topic: text(mapped.topic),
  title: text(mapped.title),
  body: text(mapped.body),
  attributes: mapped.attributes,
  hash: hashOf(mapped),
});

/** A review; its time is what tells history from what waits for an answer, so it has to be there. */
export function reviewOf(mapped: Mapped): ToldReview {
  const postedAt = textOrNull(mapped.postedAt);
  if (postedAt === null) throw new Rejection('postedAt', 'missing');
  const reply = text(mapped.reply);
  return {
    externalId: text(mapped.externalId),
    productExternalId: textOrNull(mapped.productExternalId),
    orderNumber: textOrNull(mapped.orderNumber),
    sku: textOrNull(mapped.sku),
    buyerExternalId: textOrNull(mapped.buyerExternalId),
    author: text(mapped.author),
    rating: amount(mapped.rating),
    words: text(mapped.words),
    pictures: (mapped.pictures as string[] | null) ?? [],
    postedAt,
    reply: reply ? { text: reply, at: textOrNull(mapped.repliedAt) } : null,
  };
}

export const orderFactOf = (mapped: Mapped): OrderFactRecord => ({
  orderExternalId: text(mapped.orderExternalId),
  topic: text(mapped.topic),
  data: mapped.data,
  hash: hashOf(mapped),
});
