import type {
  BuyerRecord,
  LineRecord,
  OrderRecord,
  ParcelRecord,
  PaymentRecord,
  PlatformOrder,
} from '../../modules/connectors/ports.ts';
import { hashed, instantOf, isoOf } from '../shops-http/records.ts';
import type { VendureFulfilment, VendureLine, VendureOrder, VendurePayment } from './shapes.ts';

/** Vendure's states in our words; one that a shop made up itself counts as being prepared. */
const statuses: Readonly<Record<string, OrderRecord['status']>> = {
  Created: 'placed',
  Draft: 'placed',
  AddingItems: 'placed',
  ArrangingPayment: 'placed',
  PaymentAuthorized: 'placed',
  PaymentSettled: 'paid',
  ArrangingAdditionalPayment: 'paid',
  Modifying: 'paid',
  PartiallyShipped: 'partly_shipped',
  Shipped: 'shipped',
  PartiallyDelivered: 'shipped',
  Delivered: 'delivered',
  Cancelled: 'cancelled',
};

/** Marks of the surcharges we make, in their SKU. */
export const surchargeSkus = { postage: 'gt-postage', discount: 'gt-discount' } as const;

/** Lines as they are counted: by age, those taken back wholly left out. */
export const linesOf = (order: VendureOrder): VendureLine[] =>
  order.lines
    .filter(({ quantity }) => quantity > 0)
    .sort((a, b) => Number(a.id) - Number(b.id) || a.id.localeCompare(b.id));

const lineRecord = (line: VendureLine): LineRecord => ({
  productExternalId: line.productVariant.product.id,
  variantExternalId: line.productVariant.id,
  sku: line.productVariant.sku,
  title: line.productVariant.name,
  options: Object.fromEntries(
    line.productVariant.options.map(({ name, group }) => [group.name, name]),
  ),
  pictureUrl: line.featuredAsset?.preview ?? null,
  url: null,
  quantity: line.quantity,
  unitMinor: line.unitPriceWithTax,
  discountMinor: line.quantity * line.unitPriceWithTax - line.proratedLinePriceWithTax,
  attributes: {},
});

/** Money that moved; what is only authorised or failed has not. A refund that was asked for counts. */
const paymentRecords = (payment: VendurePayment): PaymentRecord[] => {
  const moved = (
    direction: PaymentRecord['direction'],
    reference: string,
    amountMinor: number,
    at: string,
  ): PaymentRecord => ({
    direction,
    kind: 'other',
    sourceKind: payment.method,
    methodExternalId: null,
    reference,
    amountMinor,
    at: isoOf(at),
  });
  if (payment.state !== 'Settled') return [];
  return [
    moved('payment', payment.id, payment.amount, payment.createdAt),
    ...payment.refunds
      .filter(({ state, total }) => state !== 'Failed' && total > 0)
      .map((r) => moved('refund', `${payment.id}/${r.id}`, r.total, r.createdAt)),
  ];
};

const sumOf = (order: VendureOrder, sku: string): number =>
  order.surcharges.reduce((sum, one) => sum + (one.sku === sku ? one.priceWithTax : 0), 0);

/** What the buyer pays for postage now, with what was added or taken afterwards. */
export const postageOf = (order: VendureOrder): number =>
  order.shippingWithTax + sumOf(order, surchargeSkus.postage);

function addressOf(order: VendureOrder): OrderRecord['address'] {
  const to = order.shippingAddress;
  if (!to?.streetLine1) return null;
  return {
    name: to.fullName ?? '',
    phone: to.phoneNumber ?? '',
    country: to.countryCode ?? '',
    province: to.province ?? '',
    city: to.city ?? '',
    district: '',
    street: [to.streetLine1, to.streetLine2].filter(Boolean).join(' '),
    postcode: to.postalCode ?? '',
  };
}

const recordOf = (order: VendureOrder): OrderRecord =>
  hashed({
    externalId: order.id,
    number: order.code,
    url: null,
    status: statuses[order.state] ?? 'preparing',
    sourceStatus: order.state,
    currency: order.currencyCode,
    buyerExternalId: order.customer?.id ?? null,
    lines: linesOf(order).map(lineRecord),
    discountMinor: 0 - sumOf(order, surchargeSkus.discount),
    postageMinor: postageOf(order),
    totalMinor: order.totalWithTax,
    payments: (order.payments ?? []).flatMap(paymentRecords),
    address: addressOf(order),
    addressRaw: null,
    buyerNote: '',
    placedAt: isoOf(order.orderPlacedAt ?? order.createdAt),
    attributes: order.couponCodes.length > 0 ? { coupons: order.couponCodes } : {},
  });

const parcelStatuses: Readonly<Record<string, ParcelRecord['status']>> = {
  Pending: 'created',
  Created: 'created',
  Shipped: 'in_transit',
  Delivered: 'signed',
  Cancelled: 'cancelled',
};

function parcelRecord(order: VendureOrder, parcel: VendureFulfilment): ParcelRecord {
  const variants = new Map(order.lines.map((line) => [line.id, line.productVariant.id]));
  return hashed({
    externalId: parcel.id,
    orderExternalId: order.id,
    carrier: '',
    carrierName: parcel.method,
    number: parcel.trackingCode ?? '',
    status: parcelStatuses[parcel.state] ?? 'unknown',
    sourceStatus: parcel.state,
    promisedAt: null,
    deliveredAt: parcel.state === 'Delivered' ? isoOf(parcel.updatedAt) : null,
    variantExternalIds: parcel.lines.flatMap(({ orderLineId }) => variants.get(orderLineId) ?? []),
    steps: [],
    attributes: {},
  });
}

function buyerRecord({ customer }: VendureOrder): BuyerRecord | null {
  if (!customer) return null;
  return hashed({
    externalId: customer.id,
    name: `${customer.firstName} ${customer.lastName}`.trim(),
    phone: customer.phoneNumber || null,
    country: '',
    email: customer.emailAddress,
    level: null,
    locale: null,
    addresses: [],
    attributes: {},
  });
}

/** The newest of everything that belongs to it: a refund or a parcel does not touch the order's own time. */
const versionOf = (order: VendureOrder): number =>
  Math.max(
    ...[
      order.updatedAt,
      ...(order.payments ?? []).flatMap((p) => [p.updatedAt, ...p.refunds.map((r) => r.updatedAt)]),
      ...(order.fulfillments ?? []).map((f) => f.updatedAt),
      ...order.modifications.map((m) => m.createdAt),
    ].map(instantOf),
  );

/** An order of Vendure in the words of the mirror. */
export const platformOrder = (order: VendureOrder): PlatformOrder => ({
  externalId: order.id,
  version: versionOf(order),
  record: recordOf(order),
  parcels: (order.fulfillments ?? []).map((parcel) => parcelRecord(order, parcel)),
  buyer: buyerRecord(order),
});
