import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { type BuyerQuery, wantedOf } from './buyer.store.ts';

/** A buyer as a line of the file. */
export interface ExportRow {
  readonly id: string;
  readonly at: string;
  readonly account: string | null;
  readonly shops: string | null;
  readonly name: string;
  readonly phone: string | null;
  readonly phoneCountry: string | null;
  readonly email: string | null;
  readonly level: string | null;
  readonly language: string | null;
  readonly friendliness: number | null;
  readonly tags: string;
  readonly orders: number | null;
  readonly spentMinor: number | null;
  readonly refundedMinor: number | null;
  readonly refundedOrders: number | null;
  readonly currency: string | null;
  readonly blockReason: string | null;
  readonly remark: string;
  readonly changedAt: string;
}

const covered = (column: 'phone' | 'email', open: boolean) =>
  sql.raw(open ? `b.${column}` : `mask_${column}(b.${column})`);

/** Of a buyer of several shops a file tells what belongs to those its reader works in. */
const within = (column: string, shops: BuyerQuery['shops']) =>
  shops === null ? sql`true` : sql`${sql.raw(column)} = any(${[...shops]}::uuid[])`;

/** Lines of the file, those changed last first; the spend of a buyer with several currencies is that of the largest. */
export function readExport(tx: Tx, query: BuyerQuery & { readonly open: boolean }) {
  const { open, shopId, shops, limit } = query;
  return run<ExportRow>(
    tx,
    sql`select b.id, to_char(b.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
          (select a.external_id from buyer_accounts a where a.team_id = b.team_id and a.buyer_id = b.id and a.proof = 'verified'
            and (${shopId ?? null}::uuid is null or a.shop_id = ${shopId ?? null}) and ${within('a.shop_id', shops)} order by a.linked_at, a.id limit 1) as account,
          (select string_agg(s.name, ' | ' order by s.name) from published.shops s
            where s.team_id = b.team_id and s.id = any(b.shop_ids) and ${within('s.id', shops)}) as shops,
          b.name, ${covered('phone', open)} as phone, b.phone_country as "phoneCountry", ${covered('email', open)} as email, b.level,
          b.locale as language, b.friendliness, array_to_string(b.tags, ' | ') as tags, sp.orders, sp.spent as "spentMinor",
          sp.refunded as "refundedMinor", sp.back as "refundedOrders", sp.currency, l.reason as "blockReason", b.remark,
          ${sql.raw(isoColumn('b.updated_at'))} as "changedAt"
        from buyers b left join blocklistings l on l.team_id = b.team_id and l.buyer_id = b.id
          left join lateral (select currency, sum(order_count)::int as orders, sum(paid_minor - refunded_minor)::bigint as spent,
              sum(refunded_minor)::bigint as refunded, sum(refunded_orders)::int as back from published.buyer_spend s
            where s.team_id = b.team_id and s.buyer_id = b.id and ${within('s.shop_id', shops)} group by currency order by sum(paid_minor) desc limit 1) sp on true
        where ${sql.join(wantedOf(tx, query), sql` and `)} order by b.updated_at desc, b.id desc limit ${limit}`,
  );
}

/** How many buyers a filter leaves. */
export const countBuyers = async (
  tx: Tx,
  query: Omit<BuyerQuery, 'limit' | 'after'>,
): Promise<number> => {
  const wanted = wantedOf(tx, { ...query, after: null });
  const row = await first<{ n: number }>(
    tx,
    sql`select count(*)::int as n from buyers b where ${sql.join(wanted, sql` and `)}`,
  );
  return row?.n ?? 0;
};
