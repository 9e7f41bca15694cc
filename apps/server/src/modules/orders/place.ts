import type { AddressShape } from '@guitai/contract';
import type { Actor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { takeStock, type Wanted } from '../catalog/index.ts';
import { findShop, orderNumber } from '../shops/index.ts';
import { orderPlaced } from './events.ts';
import { entriesToReach, totalsOf } from './ledger.rules.ts';
import { appendEntries } from './ledger.store.ts';
import { planClosing } from './lifecycle.plans.ts';
import { insertLines, insertOwnOrder, insertStatus, takeNumber } from './place.store.ts';
import { tellStatus } from './tell.ts';

export interface Cart<C extends string = never> {
  readonly shopId: string;
  readonly buyerId: string;
  readonly items: readonly Wanted[];
  readonly address: AddressShape | null;
  readonly note: string;
  readonly postageMinor?: number;
  /** Where the shop shows orders; the number follows. Without it the order has no page. */
  readonly pages?: string;
  /** What coupons take off, asked once the pieces are taken and their prices fixed. */
  readonly couponed?: (lines: readonly PlacedLine[]) => Promise<Couponed | Refusal<C>>;
}

/** A line as it is being placed. */
export interface PlacedLine {
  readonly no: number;
  readonly variantId: string;
  readonly productId: string;
  readonly quantity: number;
  readonly priceMinor: number;
}

/** What coupons take off an order: so much of each line, by number, and so much of the postage. */
export interface Couponed {
  readonly lines: ReadonlyMap<number, number>;
  readonly postageMinor: number;
}

const none: Couponed = { lines: new Map(), postageMinor: 0 };

/** The next number of the shop's own series: the pattern with the date filled in counts for itself. */
async function nextNumber(tx: Tx, shopId: string): Promise<string> {
  const shop = await findShop(tx, shopId);
  if (!shop) throw new Error('an order needs a shop');
  const { orderNumberPattern } = shop.settings;
  const at = now();
  const series = orderNumber(orderNumberPattern, 0, at, shop.timezone);
  return orderNumber(orderNumberPattern, await takeNumber(tx, shopId, series), at, shop.timezone);
}

/** Places an order of the built-in shop: stock is taken, the price is the server's, the ledger is opened; all or nothing. */
export async function placeOrder<C extends string = never>(actor: Actor, tx: Tx, cart: Cart<C>) {
  const taken = await takeStock(actor, tx, cart.shopId, cart.items);
  if (isRefusal(taken)) return taken;
  const lines = taken.map((variant, n) => ({
    ...variant,
    id: newId(),
    no: n + 1,
    quantity: cart.items[n]?.quantity ?? 0,
  }));
  const currency = lines[0]?.currency ?? 'CNY';
  const strange = lines.find((line) => line.currency !== currency);
  // Amounts of two currencies have no sum.
  if (strange) return refuse('product.not_for_sale', { title: strange.title });
  const coupons = (await cart.couponed?.(lines)) ?? none;
  if (isRefusal(coupons)) return coupons as Refusal<C>;
  const off = (no: number) => coupons.lines.get(no) ?? 0;
  const goods = lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
  const stands = [
    { kind: 'goods', reference: '', amountMinor: goods } as const,
    { kind: 'postage', reference: '', amountMinor: cart.postageMinor ?? 0 } as const,
    {
      kind: 'coupon',
      reference: '',
      amountMinor: lines.reduce((sum, { no }) => sum + off(no), coupons.postageMinor),
    } as const,
  ];
  const orderId = newId();
  const number = await nextNumber(tx, cart.shopId);
  await insertOwnOrder(tx, {
    ...cart,
    ...totalsOf(stands),
    id: orderId,
    number,
    postageCouponMinor: coupons.postageMinor,
    url: cart.pages ? cart.pages + number : null,
    currency,
    at: now(),
  });
  await insertLines(
    tx,
    orderId,
    lines.map((line) => ({ ...line, couponMinor: off(line.no) })),
  );
  await insertStatus(actor, tx, orderId, 'placed');
  const entries = entriesToReach(stands, []);
  await appendEntries(
    actor,
    tx,
    entries.map((entry) => ({ ...entry, orderId, currency, means: null })),
  );
  await planClosing(tx, { id: orderId, shopId: cart.shopId });
  await tellStatus(actor, tx, orderPlaced, orderId, null);
  return { orderId, number };
}
