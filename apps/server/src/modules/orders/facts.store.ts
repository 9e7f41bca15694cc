import type { AddressShape } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { prepared, run, type Tx } from '../../kernel/tx.ts';
import { type CardOrder, cardOf } from './card.rules.ts';
import { numberKey } from './number.rules.ts';
import type { OrderStatus } from './words.ts';

export interface OrderItemFacts {
  readonly no: number;
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly title: string;
  readonly sku: string;
  readonly options: Readonly<Record<string, string>>;
  readonly pictureUrl: string | null;
  readonly quantity: number;
  readonly unitMinor: number;
  readonly discountMinor: number;
  /** What of the discount is a coupon's; it never grows, and shrinks with the line. */
  readonly couponMinor: number;
}

/** An order as other modules decide about it and show it to its buyer; the address stands uncovered. */
export interface OrderFacts {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string | null;
  readonly number: string;
  readonly externalId: string;
  readonly source: 'own' | 'import' | 'connector';
  readonly url: string | null;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly goodsMinor: number;
  readonly discountMinor: number;
  /** What of the discount is a coupon for the postage; it belongs to no line. */
  readonly postageCouponMinor: number;
  readonly postageMinor: number;
  readonly adjustmentMinor: number;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly refundedMinor: number;
  readonly dueMinor: number;
  /** The buyer pays when the goods come. */
  readonly onDelivery: boolean;
  readonly address: AddressShape | null;
  /** ISO 8601; null where the source does not tell. */
  readonly placedAt: string | null;
  readonly paidAt: string | null;
  readonly remindedAt: Date | null;
  readonly version: number;
  readonly items: readonly OrderItemFacts[];
  /** The order as a card in a chat shows it. */
  readonly card: CardOrder;
}

/** As text, for the hottest statement of all: it is prepared once and not built anew each time. */
const columnsText = `o.id, o.shop_id as "shopId", o.buyer_id as "buyerId", o.number, o.external_id as "externalId", o.source, o.url,
  o.status, o.currency, o.goods_minor as "goodsMinor", o.discount_minor as "discountMinor", o.postage_coupon_minor as "postageCouponMinor", o.postage_minor as "postageMinor",
  o.adjustment_minor as "adjustmentMinor", o.total_minor as "totalMinor", o.paid_minor as "paidMinor",
  o.refunded_minor as "refundedMinor", o.on_delivery as "onDelivery", case when o.status = 'placed' or o.on_delivery and o.status not in ('cancelled', 'closed_unpaid')
      then greatest(o.total_minor - o.paid_minor + o.refunded_minor, 0)
    when o.status in ('cancelled', 'closed_unpaid') then 0 else o.supplement_minor end as "dueMinor",
  o.address, ${isoColumn('o.placed_at')} as "placedAt", ${isoColumn('o.paid_at')} as "paidAt", o.reminded_at as "remindedAt", o.version,
  coalesce((select json_agg(json_build_object('no', l.no, 'productId', l.product_id, 'variantId', l.variant_id, 'title', l.title,
      'sku', l.sku, 'options', l.options, 'pictureUrl', l.picture_url, 'quantity', l.quantity, 'unitMinor', l.unit_minor,
      'discountMinor', l.discount_minor, 'couponMinor', l.coupon_minor) order by l.no)
    from order_lines l where l.team_id = o.team_id and l.order_id = o.id), '[]') as items`;

const columns = sql.raw(columnsText);

type Row = Omit<OrderFacts, 'card'>;

const withCard = <R extends Row>(row: R): R & OrderFacts => ({ ...row, card: cardOf(row) });

const factsText = `select ${columnsText} from orders o where o.team_id = $1 and o.id = $2`;

async function readFacts(tx: Tx, orderId: string, lock: boolean): Promise<OrderFacts | null> {
  const [row] = lock
    ? await prepared<Row>(tx, 'order-locked', `${factsText} for update of o`, [tx.team, orderId])
    : await prepared<Row>(tx, 'order-facts', factsText, [tx.team, orderId]);
  return row ? withCard(row) : null;
}

/** An order's facts; null when there is none. */
export const orderFacts = (tx: Tx, orderId: string) => readFacts(tx, orderId, false);

/** The same, the order kept as it is until the transaction ends. */
export const lockOrder = (tx: Tx, orderId: string) => readFacts(tx, orderId, true);

/** A buyer's own orders, newest first; the next page starts after the given time and id. */
export async function buyerOrderFacts(
  tx: Tx,
  buyerId: string,
  limit: number,
  after: readonly [string, string] | null = null,
): Promise<(OrderFacts & { sortAt: string })[]> {
  const later = after
    ? sql`(o.sort_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : sql`true`;
  const rows = await run<Row & { sortAt: string }>(
    tx,
    sql`select ${columns}, to_char(o.sort_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sortAt"
        from orders o where o.team_id = ${tx.team} and o.buyer_id = ${buyerId} and ${later}
        order by o.sort_at desc, o.id desc limit ${limit}`,
  );
  return rows.map(withCard);
}

/** Orders of a buyer that carry one of these numbers, however they are written. */
export function ordersByNumber(tx: Tx, numbers: readonly string[], buyerId: string | null) {
  const keys = numbers.map(numberKey).filter((key) => key !== '');
  return run<{ id: string; number: string; shopId: string; buyerId: string | null }>(
    tx,
    sql`select id, number, shop_id as "shopId", buyer_id as "buyerId" from orders where team_id = ${tx.team} and number_key = any(${keys}::text[])
        and (${buyerId}::uuid is null or buyer_id = ${buyerId})`,
  );
}
