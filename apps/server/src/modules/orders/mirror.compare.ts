import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { totalsOf } from './ledger.rules.ts';
import type { OrderRecord } from './mirror.records.ts';
import { standsOfRecord } from './mirror.rules.ts';

/** An order of ours as far as its platform has a say in it. */
export interface MirroredOrder {
  readonly id: string;
  readonly externalId: string;
  readonly number: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const line = (l: { sku: string; quantity: number; unitMinor: number }) =>
  `${l.sku}×${l.quantity}@${l.unitMinor}`;

/** What a mirror is compared by: status, money, lines, address. */
export const factsOfRecord = (record: OrderRecord): Record<string, unknown> => ({
  status: record.status,
  currency: record.currency,
  ...totalsOf(standsOfRecord(record)),
  lines: record.lines.map((l) => line({ ...l, sku: l.sku || l.variantExternalId })),
  address: record.address && Object.values(record.address).filter(Boolean).join(' '),
});

/** The same of what we hold, without refunds still on their way there; orders by the platform's ids. */
export async function mirroredOrders(
  tx: Tx,
  shopId: string,
  externalIds: readonly string[],
): Promise<MirroredOrder[]> {
  const rows = await run<Row>(
    tx,
    sql`select o.id, o.external_id as "externalId", o.number, o.status, o.currency, o.goods_minor as "goodsMinor",
          o.discount_minor as "discountMinor", o.postage_minor as "postageMinor", o.adjustment_minor as "adjustmentMinor",
          o.total_minor as "totalMinor", o.paid_minor as "paidMinor", 
          o.refunded_minor - coalesce((select sum(r.amount_minor) from order_refunds r where r.team_id = o.team_id
            and r.order_id = o.id and r.state = 'pending'), 0)::bigint as "refundedMinor", o.address,
          coalesce((select json_agg(json_build_object('sku', l.sku, 'quantity', l.quantity, 'unitMinor', l.unit_minor) order by l.no)
            from order_lines l where l.team_id = o.team_id and l.order_id = o.id), '[]') as lines
        from orders o where o.team_id = ${tx.team} and o.shop_id = ${shopId} and o.external_id = any(${[...externalIds]}::text[])`,
  );
  return rows.map(({ id, externalId, number, lines, address, ...facts }) => ({
    id,
    externalId,
    number,
    facts: {
      ...facts,
      lines: lines.map(line),
      address: address && Object.values(address).filter(Boolean).join(' '),
    },
  }));
}

interface Row {
  readonly id: string;
  readonly externalId: string;
  readonly number: string;
  readonly lines: readonly { sku: string; quantity: number; unitMinor: number }[];
  readonly address: Readonly<Record<string, string>> | null;
}

/** The platform's ids of a connected shop's orders, a page at a time. */
export async function externalIdsOf(
  tx: Tx,
  shopId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const rows = await run<{ externalId: string }>(
    tx,
    sql`select external_id as "externalId" from orders where team_id = ${tx.team} and shop_id = ${shopId}
        and source = 'connector' and external_id > ${after} order by external_id limit ${limit}`,
  );
  return rows.map(({ externalId }) => externalId);
}
