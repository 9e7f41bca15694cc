import type {
  BuyerRecord,
  LineRecord,
  OrderRecord,
  ParcelRecord,
  PaymentRecord,
  PlatformOrder,
} from '../../modules/connectors/ports.ts';
import { hashed, instantOf, isoOf, minorOf } from '../shops-http/records.ts';
import type { ShopifyFulfilment, ShopifyLine, ShopifyOrder, ShopMoney } from './shapes.ts';

/** Minor units of an amount of this order. */
export const minorIn = (order: ShopifyOrder, { shopMoney }: ShopMoney): number =>
  minorOf(shopMoney.amount, order.currencyCode);

/** Lines as they are counted: those taken off wholly left out. */
export const linesOf = (order: ShopifyOrder): ShopifyLine[] =>
  order.lineItems.nodes.filter(({ currentQuantity }) => currentQuantity > 0);

/** Payments that brought money, each with what can still be given back. */
export function paymentsOf(order: ShopifyOrder) {
  const moved = order.transactions.filter(
    ({ status }) => status === 'SUCCESS' || status === 'PENDING',
  );
  const refunds = moved.filter(({ kind }) => kind === 'REFUND');
  return moved
    .filter(({ kind, status }) => (kind === 'SALE' || kind === 'CAPTURE') && status === 'SUCCESS')
    .map((payment) => {
      const ours = refunds.filter((one) => one.parentTransaction?.id === payment.id);
      const back = ours.reduce((sum, one) => sum + minorIn(order, one.amountSet), 0);
      return { payment, refunds: ours, leftMinor: minorIn(order, payment.amountSet) - back };
    });
}

function paymentRecords(order: ShopifyOrder): PaymentRecord[] {
  const told = (
    direction: PaymentRecord['direction'],
    reference: string,
    one: ShopifyOrder['transactions'][number],
  ): PaymentRecord => ({
    direction,
    kind: 'other',
    sourceKind: one.gateway ?? '',
    methodExternalId: null,
    reference,
    amountMinor: minorIn(order, one.amountSet),
    at: isoOf(one.createdAt),
  });
  return paymentsOf(order).flatMap(({ payment, refunds }) => [
    told('payment', payment.id, payment),
    ...refunds.map((one) => told('refund', `${payment.id}/${one.id}`, one)),
  ]);
}

function lineRecord(order: ShopifyOrder, line: ShopifyLine): LineRecord {
  const off = line.discountAllocations.reduce(
    (sum, one) => sum + minorIn(order, one.allocatedAmountSet),
    0,
  );
  return {
    productExternalId: line.product?.legacyResourceId ?? '',
    variantExternalId: line.variant?.legacyResourceId ?? '',
    sku: line.sku ?? '',
    title: line.title,
    options: line.variantTitle ? { variant: line.variantTitle } : {},
    pictureUrl: line.image?.url ?? null,
    url: null,
    quantity: line.currentQuantity,
    unitMinor: minorIn(order, line.originalUnitPriceSet),
    discountMinor: Math.round((off * line.currentQuantity) / Math.max(line.quantity, 1)),
    attributes: {},
  };
}

function statusOf(order: ShopifyOrder): OrderRecord['status'] {
  if (order.cancelledAt) return 'cancelled';
  const paid = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'].includes(
    order.displayFinancialStatus ?? '',
  );
  switch (order.displayFulfillmentStatus) {
    case 'FULFILLED':
      if (order.closedAt) return 'completed';
      return order.fulfillments.every(({ deliveredAt }) => deliveredAt) ? 'delivered' : 'shipped';
    case 'PARTIALLY_FULFILLED':
      return 'partly_shipped';
    case 'IN_PROGRESS':
    case 'PENDING_FULFILLMENT':
      return paid ? 'preparing' : 'placed';
    default:
      return paid ? 'paid' : 'placed';
  }
}

function addressOf({ shippingAddress: to }: ShopifyOrder): OrderRecord['address'] {
  if (!to?.address1) return null;
  return {
    name: to.name ?? '',
    phone: to.phone ?? '',
    country: to.countryCodeV2 ?? '',
    province: to.province ?? '',
    city: to.city ?? '',
    district: '',
    street: [to.address1, to.address2].filter(Boolean).join(' '),
    postcode: to.zip ?? '',
  };
}

const parcelStatuses: Readonly<Record<string, ParcelRecord['status']>> = {
  CONFIRMED: 'created',
  LABEL_PRINTED: 'created',
  LABEL_PURCHASED: 'created',
  READY_FOR_PICKUP: 'at_station',
  PICKED_UP: 'signed_self',
  FULFILLED: 'in_transit',
  MARKED_AS_FULFILLED: 'in_transit',
  IN_TRANSIT: 'in_transit',
  CARRIER_PICKED_UP: 'collected',
  OUT_FOR_DELIVERY: 'out_for_delivery',
  ATTEMPTED_DELIVERY: 'unreachable',
  DELAYED: 'problem',
  FAILURE: 'problem',
  NOT_DELIVERED: 'problem',
  DELIVERED: 'signed',
  CANCELED: 'cancelled',
};

function parcelRecord(order: ShopifyOrder, parcel: ShopifyFulfilment): ParcelRecord {
  const variants = new Map(
    order.lineItems.nodes.map((line) => [line.id, line.variant?.legacyResourceId]),
  );
  const [track] = parcel.trackingInfo;
  return hashed({
    externalId: parcel.legacyResourceId,
    orderExternalId: order.legacyResourceId,
    carrier: '',
    carrierName: track?.company ?? '',
    number: track?.number ?? '',
    status: parcelStatuses[parcel.displayStatus ?? ''] ?? 'unknown',
    sourceStatus: parcel.displayStatus ?? parcel.status,
    promisedAt: null,
    deliveredAt: isoOf(parcel.deliveredAt),
    variantExternalIds: parcel.fulfillmentLineItems.nodes.flatMap(
      ({ lineItem }) => variants.get(lineItem.id) ?? [],
    ),
    steps: [],
    attributes: {},
  });
}

function buyerRecord({ customer }: ShopifyOrder): BuyerRecord | null {
  if (!customer) return null;
  return hashed({
    externalId: customer.legacyResourceId,
    name: customer.displayName,
    phone: customer.defaultPhoneNumber?.phoneNumber ?? null,
    country: '',
    email: customer.defaultEmailAddress?.emailAddress ?? null,
    level: null,
    locale: null,
    addresses: [],
    attributes: {},
  });
}

/** An order of Shopify in the words of the mirror; amounts in the shop's own currency, tax within the adjustment. */
export const platformOrder = (order: ShopifyOrder): PlatformOrder => ({
  externalId: order.legacyResourceId,
  version: instantOf(order.updatedAt),
  parcels: order.fulfillments.map((parcel) => parcelRecord(order, parcel)),
  buyer: buyerRecord(order),
  record: hashed({
    externalId: order.legacyResourceId,
    number: order.name,
    url: order.statusPageUrl || null,
    status: statusOf(order),
    sourceStatus: `${order.displayFinancialStatus ?? ''} ${order.displayFulfillmentStatus}`.trim(),
    currency: order.currencyCode,
    buyerExternalId: order.customer?.legacyResourceId ?? null,
    lines: linesOf(order).map((line) => lineRecord(order, line)),
    discountMinor: 0,
    postageMinor: minorIn(order, order.currentShippingPriceSet),
    totalMinor: minorIn(order, order.currentTotalPriceSet),
    payments: paymentRecords(order),
    address: addressOf(order),
    addressRaw: null,
    buyerNote: '',
    placedAt: isoOf(order.createdAt),
    attributes: {},
  }),
});
