import type { AddressShape } from '@guitai/contract';
import { sql } from 'kysely';
import type { ActorRef } from '../../kernel/actor.ts';
import { newId } from '../../kernel/ids.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import type { Totals } from './ledger.rules.ts';
import type { OrderRecord } from './mirror.records.ts';
import type { OrderStatus } from './words.ts';

export interface KnownOrder {
  readonly id: string;
  readonly status: OrderStatus;
  /** Hex of what was read last; null for an order no file has told of. */
  readonly hash: string | null;
  readonly source: 'own' | 'import' | 'connector';
  /** An order out of a file that was acted on here: it is ours now. */
  readonly handled: boolean;
}

/** Orders of the shop by its own ids, locked until the batch is done. */
export async function readKnown(
  tx: Tx,
  shopId: string,
  externalIds: readonly string[],
): Promise<Map<string, KnownOrder>> {
  const rows = await run<KnownOrder & { external_id: string }>(
    tx,
    sql`select external_id, id, status, encode(source_hash, 'hex') as hash, source,
          handled_at is not null and source = 'import' as handled from orders
        where team_id = ${tx.team} and shop_id = ${shopId} and external_id = any(${[...externalIds]}::text[])
        order by id for update`,
  );
  return new Map(rows.map((row) => [row.external_id, row]));
}

/** Whether orders were placed in this shop itself. */
export const hasOwnOrders = async (tx: Tx, shopId: string): Promise<boolean> =>
  (await first(
    tx,
    sql`select 1 as one from orders where team_id = ${tx.team} and shop_id = ${shopId} and source = 'own' limit 1`,
  )) !== undefined;

/** The source was read again and says the same: only the age of the data changes. */
export async function touch(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await run(
    tx,
    sql`update orders set mirrored_at = now() where team_id = ${tx.team} and id = any(${[...ids]}::uuid[])`,
  );
}

export interface OrderRow extends Totals {
  readonly id: string;
  readonly buyer_id: string | null;
  readonly buyer_external_id: string | null;
  readonly external_id: string;
  readonly number: string;
  readonly number_key: string;
  readonly url: string | null;
  readonly status: OrderStatus;
  readonly source_status: string;
  readonly currency: string;
  readonly address: AddressShape | null;
  readonly address_raw: string | null;
  readonly buyer_note: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly placed_at: string | null;
  readonly paid_at: string | null;
  readonly source_hash: string;
}

/** Inserts or overwrites the orders of a batch. */
export async function writeOrders(
  tx: Tx,
  shopId: string,
  source: 'import' | 'connector',
  rows: readonly OrderRow[],
): Promise<void> {
  await run(
    tx,
    sql`insert into orders (team_id, id, shop_id, buyer_id, buyer_external_id, external_id, number, number_key, source, url,
          status, source_status, currency, goods_minor, discount_minor, postage_minor, adjustment_minor, total_minor,
          paid_minor, refunded_minor, address, address_raw, buyer_note, attributes, placed_at, paid_at, source_hash,
          mirrored_at, sort_at)
        select ${tx.team}, r.id, ${shopId}, r.buyer_id, r.buyer_external_id, r.external_id, r.number, r.number_key, ${source},
          r.url, r.status, r.source_status, r.currency, r."goodsMinor", r."discountMinor", r."postageMinor",
          r."adjustmentMinor", r."totalMinor", r."paidMinor", r."refundedMinor", r.address, r.address_raw, r.buyer_note,
          r.attributes, r.placed_at, r.paid_at, decode(r.source_hash, 'hex'), now(), coalesce(r.placed_at, now())
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, buyer_id uuid, buyer_external_id text,
          external_id text, number text, number_key text, url text, status text, source_status text, currency text,
          "goodsMinor" bigint, "discountMinor" bigint, "postageMinor" bigint, "adjustmentMinor" bigint, "totalMinor" bigint,
          "paidMinor" bigint, "refundedMinor" bigint, address json, address_raw text, buyer_note text, attributes jsonb,
          placed_at timestamptz, paid_at timestamptz, source_hash text)
        on conflict (team_id, id) do update set buyer_id = coalesce(excluded.buyer_id, orders.buyer_id),
          buyer_external_id = excluded.buyer_external_id, number = excluded.number, number_key = excluded.number_key,
          url = excluded.url, status = excluded.status, source_status = excluded.source_status,
          currency = excluded.currency, goods_minor = excluded.goods_minor, discount_minor = excluded.discount_minor,
          postage_minor = excluded.postage_minor, adjustment_minor = excluded.adjustment_minor,
          total_minor = excluded.total_minor, paid_minor = excluded.paid_minor, refunded_minor = excluded.refunded_minor,
          address = excluded.address, address_raw = excluded.address_raw, buyer_note = excluded.buyer_note,
          attributes = excluded.attributes, placed_at = excluded.placed_at,
          paid_at = coalesce(excluded.paid_at, orders.paid_at), source_hash = excluded.source_hash, source = excluded.source, mirrored_at = now(),
          sort_at = coalesce(excluded.placed_at, orders.sort_at), updated_at = now(), version = orders.version + 1`,
  );
}

export interface LineRow {
  readonly id: string;
  readonly order_id: string;
  readonly no: number;
  readonly product_id: string | null;
  readonly variant_id: string | null;
  readonly product_external_id: string;
  readonly variant_external_id: string;
  readonly sku: string;
  readonly title: string;
  readonly options: Readonly<Record<string, string>>;
  readonly picture_url: string | null;
  readonly url: string | null;
  readonly quantity: number;
  readonly unit_minor: number;
  readonly discount_minor: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** Lines keep their ids by their number in the order; those that are gone go. */
export async function writeLines(
  tx: Tx,
  orderIds: readonly string[],
  rows: readonly LineRow[],
): Promise<void> {
  await run(
    tx,
    sql`insert into order_lines (team_id, id, order_id, no, product_id, variant_id, product_external_id, variant_external_id,
          sku, title, options, picture_url, url, quantity, unit_minor, discount_minor, attributes)
        select ${tx.team}, r.* from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, order_id uuid, no int,
          product_id uuid, variant_id uuid, product_external_id text, variant_external_id text, sku text, title text,
          options json, picture_url text, url text, quantity int, unit_minor bigint, discount_minor bigint, attributes jsonb)
        on conflict (team_id, order_id, no) do update set product_id = excluded.product_id, variant_id = excluded.variant_id,
          product_external_id = excluded.product_external_id, variant_external_id = excluded.variant_external_id,
          sku = excluded.sku, title = excluded.title, options = excluded.options, picture_url = excluded.picture_url,
          url = excluded.url, quantity = excluded.quantity, unit_minor = excluded.unit_minor,
          discount_minor = excluded.discount_minor, attributes = excluded.attributes`,
  );
  const counts = orderIds.map((id) => rows.filter((row) => row.order_id === id).length);
  await run(
    tx,
    sql`delete from order_lines l using unnest(${[...orderIds]}::uuid[], ${counts}::int[]) as k(id, count)
        where l.team_id = ${tx.team} and l.order_id = k.id and l.no > k.count`,
  );
}

/** Puts the statuses of a batch into the orders' histories. */
export async function writeStatuses(
  tx: Tx,
  by: ActorRef,
  changes: readonly { readonly id: string; readonly record: OrderRecord }[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map(({ id, record }) => ({
    id: newId(),
    order_id: id,
    status: record.status,
    source_status: record.sourceStatus,
  }));
  await run(
    tx,
    sql`insert into order_statuses (team_id, id, order_id, status, source_status, actor_kind, actor_id)
        select ${tx.team}, r.id, r.order_id, r.status, r.source_status, ${by.kind}, ${by.id}
        from json_to_recordset(${JSON.stringify(rows)}::json) as r(id uuid, order_id uuid, status text, source_status text)`,
  );
}
