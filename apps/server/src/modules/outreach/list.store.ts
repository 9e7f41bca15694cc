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
  readonly round: number;
  readonly gatewayName: string | null;
  readonly reply: string | null;
  readonly optedOutAt: Date | null;
}

/** What a list is narrowed to. */
export type Query = Omit<InputOf<typeof outreach.listOutreachMessages>, 'cursor' | 'limit'> & {
  readonly id?: string;
};

const like = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Orders by the end of their number, buyers by their name. */
const found = (q: string, team: string | null): RawBuilder<unknown> => sql`(
  m.order_id in (select id from published.orders where team_id = ${team}
    and (number = ${q} or number like ${`%${like(q)}`}) limit 100)
  or m.buyer_id in (select id from published.buyer_names where team_id = ${team} and name like ${`${like(q)}%`} limit 100))`;

const filters = (q: Query, team: string | null): RawBuilder<unknown>[] => [
  ...(q.id ? [sql`m.id = ${q.id}`] : []),
  ...(q.state ? [sql`m.state = ${q.state}`] : []),
  ...(q.shopId ? [sql`m.shop_id = ${q.shopId}`] : []),
  ...(q.buyerId ? [sql`m.buyer_id = ${q.buyerId}`] : []),
  ...(q.orderId ? [sql`m.order_id = ${q.orderId}`] : []),
  ...(q.causeKind ? [sql`m.cause_kind = ${q.causeKind}`] : []),
  ...(q.causeId ? [sql`m.cause_id = ${q.causeId}`] : []),
  ...(q.channel ? [sql`m.channel = ${q.channel}`] : []),
  ...(q.q ? [found(q.q, team)] : []),
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
    ...filters(query, tx.team),
  ];
  return run(
    tx,
    sql`with m as (select m.* from outreach_messages m where ${sql.join(where, sql` and `)}
          order by m.id desc limit ${page.limit})
        select ${sql.raw(rowColumns)}, m.recipient, m.parts, m.round, m.opted_out_at as "optedOutAt",
          s.name as "shopName", mask_name(b.name) as "buyerName", o.number as "orderNumber", g.name as "gatewayName",
          (select r.text from outreach_receipts r where r.team_id = m.team_id and r.message_id = m.id and r.kind = 'reply'
            order by r.at desc limit 1) as reply
        from m
        join published.shops s on s.team_id = m.team_id and s.id = m.shop_id
        left join published.buyer_names b on b.team_id = m.team_id and b.id = m.buyer_id
        left join published.orders o on o.team_id = m.team_id and o.id = m.order_id
        left join outreach_gateways g on g.team_id = m.team_id and g.id = m.gateway_id
        order by m.id desc`,
  );
};
