import type { orders, promises } from '@guitai/contract';

type Event = promises.PromiseEventWord;

/** When people are warned: three quarters of the time are over, a day before the end at the earliest. */
export function warnAt(from: Date, dueAt: Date): Date {
  const span = dueAt.getTime() - from.getTime();
  return new Date(dueAt.getTime() - Math.min(span / 4, 24 * 3_600_000));
}

export const needsOrder = (event: Event): boolean =>
  ['shipped', 'delivered', 'refunded', 'parcel_moved'].includes(event);

export const needsProduct = (event: Event): boolean => event === 'restocked' || event === 'price';

/** Nothing is promised further ahead. */
export const yearMs = 366 * 24 * 3_600_000;

/** So long after a thing arrived its buyer should be told. */
export const tellWithinMs = 24 * 3_600_000;

const shipped: readonly orders.OrderStatusWord[] = [
  'shipped',
  'delivered',
  'received',
  'completed',
];
const delivered: readonly orders.OrderStatusWord[] = ['delivered', 'received', 'completed'];

interface Subject {
  readonly event: Event;
  readonly baseline: number | null;
}

/** Whether an order as it stands fulfils a promise about it. */
export function orderFulfils(
  { event, baseline }: Subject,
  order: { readonly status: orders.OrderStatusWord; readonly refundedMinor: number },
): boolean {
  if (event === 'shipped') return shipped.includes(order.status);
  if (event === 'delivered') return delivered.includes(order.status);
  if (event === 'refunded') return order.refundedMinor > (baseline ?? 0);
  return false;
}

/** Whether a product as it stands is what was waited for. */
export function productFulfils(
  { event, baseline }: Subject,
  product: { readonly stock: number | null; readonly onSale: boolean; readonly priceMinor: number },
): boolean {
  if (event === 'restocked') return product.onSale && (product.stock === null || product.stock > 0);
  return event === 'price' && product.priceMinor > 0 && product.priceMinor < (baseline ?? 0);
}
