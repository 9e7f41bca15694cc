import type { orders } from '@guitai/contract';
import type { Locale } from '../../../kernel/actor.ts';
import { pictureName } from '../pictures/picture.ts';
import type { SampleOrder } from './orders.ts';
import { parcelOf, type SampleParcel } from './parcel.rules.ts';
import type { SampleBuyer } from './people.ts';
import { products } from './products.ts';
import { textIn } from './words.ts';

export interface SampleLine {
  readonly product: string;
  readonly sku: string;
  readonly title: string;
  readonly options: Record<string, string>;
  readonly picture: string;
  readonly quantity: number;
  readonly unitMinor: number;
}

export interface SamplePayment {
  readonly direction: 'payment' | 'refund';
  readonly amountMinor: number;
  readonly at: Date;
  readonly reference: string;
}

/** An order of the sample shop with its dates, sums and parcel. */
export interface SampleOrderFacts {
  readonly number: string;
  readonly placedAt: Date;
  readonly paidAt: Date | null;
  readonly endedAt: Date | null;
  readonly lines: readonly SampleLine[];
  readonly goodsMinor: number;
  readonly totalMinor: number;
  readonly payments: readonly SamplePayment[];
  readonly parcels: readonly SampleParcel[];
}

const shelf = new Map(products.map((product) => [product.key, product]));

/** Public address of the picture of a product, or of one of its variants. */
export function pictureOf(key: string, variant: number): string {
  const product = shelf.get(key);
  if (!product) throw new Error(`${key} is not on the shelf`);
  const [thing, tone] = product.picture;
  return `/api/storefront/pictures/${pictureName(thing, product.variants[variant]?.tone ?? tone)}`;
}

function lineOf(goods: string, locale: Locale): SampleLine {
  const [, key = '', place = '', quantity = ''] = /^([a-z-]+):(\d+)\*(\d+)$/.exec(goods) ?? [];
  const product = shelf.get(key);
  const variant = product?.variants[Number(place)];
  if (!product || !variant) throw new Error(`${goods} is not on the shelf`);
  const options: Record<string, string> = variant.option
    ? { [textIn(locale, product.differ)]: textIn(locale, variant.option) }
    : {};
  return {
    product: key,
    sku: variant.sku,
    title: textIn(locale, product.title),
    options,
    picture: pictureOf(key, Number(place)),
    quantity: Number(quantity),
    unitMinor: variant.priceMinor,
  };
}

const neverPaid: readonly orders.OrderStatusWord[] = ['placed', 'closed_unpaid'];
const sent: readonly orders.OrderStatusWord[] = [
  'partly_shipped',
  'shipped',
  'delivered',
  'received',
  'completed',
  'returned',
];

const day = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');

/** `YYYYMMDD-NNNN` by the day in Shanghai. */
function numberOf(placedAt: Date, seed: number): string {
  const there = new Date(placedAt.getTime() + 8 * 3_600_000);
  return `${there.getUTCFullYear()}${two(there.getUTCMonth() + 1)}${two(there.getUTCDate())}-${String(7001 + seed * 13)}`;
}

/** Works an order out: everything is told relative to `now`, so the sample shop is always of today. */
export function factsOf(
  seed: number,
  order: SampleOrder,
  buyer: SampleBuyer,
  locale: Locale,
  now: Date,
): SampleOrderFacts {
  const placedAt = new Date(now.getTime() - order.days * day);
  const lines = order.goods.split(' ').map((goods) => lineOf(goods, locale));
  const goodsMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitMinor, 0);
  const totalMinor = goodsMinor - order.discountMinor + order.postageMinor;
  const wasPaid =
    !neverPaid.includes(order.status) && (order.status !== 'cancelled' || order.refundMinor > 0);
  const paidAt = wasPaid ? new Date(placedAt.getTime() + 120_000 + seed * 7_000) : null;
  const shippedAt = new Date(Math.min(placedAt.getTime() + 0.8 * day, now.getTime() - 1_800_000));
  const parcels = sent.includes(order.status) ? [parcelOf(seed, buyer, order, shippedAt, now)] : [];
  const lastAt = parcels.at(-1)?.steps.at(-1)?.at ?? new Date(placedAt.getTime() + day);
  const over = ['completed', 'returned', 'cancelled', 'closed_unpaid', 'received'];
  const endedAt = over.includes(order.status)
    ? new Date(Math.min(lastAt.getTime() + 0.5 * day, now.getTime() - 60_000))
    : null;
  const reference = `${order.pay}-${numberOf(placedAt, seed)}`;
  const payments: SamplePayment[] = paidAt
    ? [{ direction: 'payment', amountMinor: totalMinor, at: paidAt, reference }]
    : [];
  if (order.refundMinor > 0)
    payments.push({
      direction: 'refund',
      amountMinor: order.refundMinor,
      at: endedAt ?? now,
      reference: `${reference}-R`,
    });
  return {
    number: numberOf(placedAt, seed),
    placedAt,
    paidAt,
    endedAt,
    lines,
    goodsMinor,
    totalMinor,
    payments,
    parcels,
  };
}
