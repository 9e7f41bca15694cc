import type { InputOf, outreach } from '@guitai/contract';
import { type RawBuilder, sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { rowColumns } from './due.store.ts';
import type { OutreachRow } from './tables.ts';

/** A message as it is listed; names are masked by the database. */
export interface ListedRow extends OutreachRow {
  readonly shopName: string;
  readonly buyerName: string;
  readonly orderNumber: string | null;
  readonly recipient: string | null;
  readonly parts: number | null;
  readonly optedOutAt: Date | null;
}

type Query = Omit<InputOf<typeof outreach.listOutreachMessages>, 'cursor' | 'limit'>;

const filters = (q: Query): RawBuilder<unknown>[] => [
  ...(q.state ? [sql`m.state = ${q.state}`] : []),
  ...(q.shopId ? [sql`m.shop_id = ${q.shopId}`] : []),
  ...(q.buyerId ? [sql`m.buyer_id = ${q.buyerId}`] : []),
  ...(q.orderId ? [sql`m.order_id = ${q.orderId}`] : []),
  ...(q.causeKind ? [sql`m.cause_kind = ${q.causeKind}`] : []),
  ...(q.causeId ? [sql`m.cause_id = ${q.causeId}`] : []),
  ...(q.channel ? [sql`m.channel = ${q.channel}`] : []),
];

/** Newest first, below `after`. */
export const listRows = (
  tx: Tx,
  query: Query,
  page: { shops: readonly string[] | null; after: string | null; limit: number },
): Promise<ListedRow[]> => {
  const where = [
    sql`m.team_id = ${tx.team}`,
    ...(page.shops ? [sql`m.shop_id = any(${[...page.shops]}::uuid[])`] : []),
    ...(page.after ? [sql`m.id < ${page.after}`] : []),
    ...filters(query),
  ];
  return run(
    tx,
    sql`select ${sql.raw(rowColumns)}, m.recipient, m.parts, m.opted_out_at as "optedOutAt", s.name as "shopName",
          mask_name(b.name) as "buyerName", o.number as "orderNumber"
        from outreach_messages m
        join published.shops s on s.team_id = m.team_id and s.id = m.shop_id
        left join published.buyer_names b on b.team_id = m.team_id and b.id = m.buyer_id
        left join published.orders o on o.team_id = m.team_id and o.id = m.order_id
        where ${sql.join(where, sql` and `)} order by m.id desc limit ${page.limit}`,
  );
};
