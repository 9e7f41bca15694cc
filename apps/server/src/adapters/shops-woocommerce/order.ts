import type {
  BuyerRecord,
  LineRecord,
  OrderRecord,
  PaymentRecord,
  PlatformOrder,
} from '../../modules/connectors/ports.ts';
import { hashed, instantOf, isoOf, minorOf } from '../shops-http/records.ts';
import type { WooCharge, WooLine, WooOrder } from './shapes.ts';

const statuses: Readonly<Record<string, OrderRecord['status']>> = {
  pending: 'placed',
  'on-hold': 'placed',
  failed: 'placed',
  'checkout-draft': 'placed',
  processing: 'paid',
  completed: 'completed',
  cancelled: 'cancelled',
  refunded: 'cancelled',
  trash: 'cancelled',
};

/** Times come in GMT without saying so. */
const gmt = (text: string | null): string | null => (text ? isoOf(`${text}Z`) : null);

const sumOf = (charges: readonly WooCharge[], currency: string): number =>
  charges.reduce(
    (sum, one) => sum + minorOf(one.total, currency) + minorOf(one.total_tax, currency),
    0,
  );

function lineRecord(line: WooLine, currency: string): LineRecord {
  const minor = (text: string) => minorOf(text, currency);
  const before = minor(line.subtotal) + minor(line.subtotal_tax);
  const after = minor(line.total) + minor(line.total_tax);
  // A price per piece need not be a whole number of cents: what is too much comes off again as discount.
  const unitMinor = Math.ceil(before / line.quantity);
  return {
    productExternalId: String(line.product_id),
    variantExternalId: String(line.variation_id || line.product_id),
    sku: line.sku ?? '',
    title: line.name,
    options: Object.fromEntries(
      line.meta_data.flatMap((m) =>
        m.display_key && m.display_value ? [[m.display_key, m.display_value]] : [],
      ),
    ),
    pictureUrl: line.image?.src || null,
    url: null,
    quantity: line.quantity,
    unitMinor,
    discountMinor: unitMinor * line.quantity - after,
    attributes: {},
  };
}

function paymentRecords(order: WooOrder): PaymentRecord[] {
  const { currency } = order;
  const moved = {
    kind: 'other' as const,
    sourceKind: order.payment_method_title || order.payment_method,
    methodExternalId: null,
    at: gmt(order.date_paid_gmt),
  };
  if (!order.date_paid_gmt) return [];
  const reference = order.transaction_id || 'payment';
  return [
    { ...moved, direction: 'payment', reference, amountMinor: minorOf(order.total, currency) },
    ...order.refunds.map((refund) => ({
      ...moved,
      direction: 'refund' as const,
      reference: `${reference}/${refund.id}`,
      amountMinor: Math.abs(minorOf(refund.total, currency)),
    })),
  ];
}

function addressOf(order: WooOrder): OrderRecord['address'] {
  const to = order.shipping.address_1 ? order.shipping : order.billing;
  if (!to.address_1) return null;
  return {
    name: `${to.first_name} ${to.last_name}`.trim(),
    phone: to.phone || order.billing.phone || '',
    country: to.country,
    province: to.state,
    city: to.city,
    district: '',
    street: [to.address_1, to.address_2].filter(Boolean).join(' '),
    postcode: to.postcode,
  };
}

/** A guest has no number there: the mail address is who they are. */
const buyerIdOf = ({ customer_id, billing }: WooOrder): string | null =>
  customer_id > 0 ? String(customer_id) : billing.email ? `guest:${billing.email}` : null;

function buyerRecord(order: WooOrder): BuyerRecord | null {
  const externalId = buyerIdOf(order);
  if (externalId === null) return null;
  const { billing } = order;
  return hashed({
    externalId,
    name: `${billing.first_name} ${billing.last_name}`.trim(),
    phone: billing.phone || null,
    country: billing.country,
    email: billing.email || null,
    level: null,
    locale: null,
    addresses: [],
    attributes: {},
  });
}

/** An order of WooCommerce in the words of the mirror. */
export const platformOrder = (order: WooOrder): PlatformOrder => ({
  externalId: String(order.id),
  version: instantOf(gmt(order.date_modified_gmt)),
  parcels: [],
  buyer: buyerRecord(order),
  record: hashed({
    externalId: String(order.id),
    number: order.number,
    url: null,
    status: statuses[order.status] ?? 'preparing',
    sourceStatus: order.status,
    currency: order.currency,
    buyerExternalId: buyerIdOf(order),
    lines: order.line_items
      .filter(({ quantity }) => quantity > 0)
      .map((line) => lineRecord(line, order.currency)),
    discountMinor: 0 - sumOf(order.fee_lines, order.currency),
    postageMinor: sumOf(order.shipping_lines, order.currency),
    totalMinor: minorOf(order.total, order.currency),
    payments: paymentRecords(order),
    address: addressOf(order),
    addressRaw: null,
    buyerNote: order.customer_note,
    placedAt: gmt(order.date_created_gmt),
    attributes: {},
  }),
});
