import type { AddressShape } from '@guitai/contract';
import { sql } from 'kysely';
import { type Actor, actorRef } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Taken } from '../catalog/index.ts';
import type { Totals } from './ledger.rules.ts';
import { numberKey } from './number.rules.ts';
import { own } from './tables.ts';
import type { OrderStatus } from './words.ts';

/** The next whole number of a series of a shop. */
export async function takeNumber(tx: Tx, shopId: string, series: string): Promise<number> {
  const row = await first<{ n: number }>(
    tx,
    sql`insert into order_counters as c (team_id, shop_id, series, n) values (${tx.team}, ${shopId}, ${series}, 1)
        on conflict (team_id, shop_id, series) do update set n = c.n + 1 returning n`,
  );
  return row?.n ?? 1;
}

interface OwnOrder extends Totals {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly number: string;
  readonly url: string | null;
  readonly postageCouponMinor: number;
  readonly currency: string;
  readonly address: AddressShape | null;
  readonly note: string;
  readonly at: Date;
}

export async function insertOwnOrder(tx: Tx, order: OwnOrder): Promise<void> {
  const address = order.address === null ? null : JSON.stringify(order.address);
  await run(
    tx,
    sql`insert into orders (team_id, id, shop_id, buyer_id, external_id, number, number_key, url, source, status, currency,
          goods_minor, discount_minor, postage_minor, postage_coupon_minor, adjustment_minor, total_minor, address, buyer_note, placed_at, sort_at)
        values (${tx.team}, ${order.id}, ${order.shopId}, ${order.buyerId}, ${order.number}, ${order.number},
          ${numberKey(order.number)}, ${order.url}, 'own', 'placed', ${order.currency}, ${order.goodsMinor}, ${order.discountMinor},
          ${order.postageMinor}, ${order.postageCouponMinor}, ${order.adjustmentMinor}, ${order.totalMinor}, ${address}::json, ${order.note}, ${order.at}, ${order.at})`,
  );
}

type NewLine = Taken & {
  readonly id: string;
  readonly no: number;
  readonly quantity: number;
  readonly couponMinor: number;
};

export async function insertLines(
  tx: Tx,
  orderId: string,
  lines: readonly NewLine[],
): Promise<void> {
  await run(
    tx,
    sql`insert into order_lines (team_id, id, order_id, no, product_id, variant_id, product_external_id, sku, title, options,
          picture_url, url, quantity, unit_minor, discount_minor, coupon_minor)
        select ${tx.team}, r.id, ${orderId}, r.no, r."productId", r."variantId", r."productExternalId", r.sku, r.title, r.options,
          r."pictureUrl", r.url, r.quantity, r."priceMinor", r."couponMinor", r."couponMinor"
        from json_to_recordset(${JSON.stringify(lines)}::json) as r(id uuid, no int, "productId" uuid, "variantId" uuid,
          "productExternalId" text, sku text, title text, options json, "pictureUrl" text, url text, quantity int,
          "priceMinor" bigint, "couponMinor" bigint)`,
  );
}

/** Puts a new status into the order's history. */
export const insertStatus = (actor: Actor, tx: Tx, orderId: string, status: OrderStatus) => {
  const by = actorRef(actor);
  return own(tx)
    .insertInto('order_statuses')
    .values({
      team_id: tx.team ?? '',
      id: newId(),
      order_id: orderId,
      status,
      at: now(),
      actor_kind: by.kind,
      actor_id: by.id,
    })
    .execute();
};

/** Gives a locked order its new status. */
export const writeStatus = (tx: Tx, orderId: string, status: OrderStatus) =>
  run(
    tx,
    sql`update orders set status = ${status}, version = version + 1, updated_at = now()
        where team_id = ${tx.team} and id = ${orderId}`,
  );
