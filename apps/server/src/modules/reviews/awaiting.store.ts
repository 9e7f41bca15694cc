import type { reviews } from '@guitai/contract';
import { sql } from 'kysely';
import { now } from '../../kernel/clock.ts';
import { isoColumn } from '../../kernel/events.ts';
import { run, type Tx } from '../../kernel/tx.ts';

export type Awaiting = Omit<reviews.ReviewableOrderShape, 'can'> & { readonly place: string };

const days = 90;

/** Orders of the last ninety days that arrived and have no review, newest first. */
export function readAwaiting(
  tx: Tx,
  filter: {
    readonly shops: readonly string[] | null;
    readonly shopId?: string | undefined;
    readonly orderId?: string | undefined;
  },
  after: readonly [string, string] | null,
  limit: number,
): Promise<Awaiting[]> {
  const { shops, shopId, orderId } = filter;
  const since = new Date(now().getTime() - days * 86_400_000);
  return run(
    tx,
    sql`select o.id as "orderId", o.number, o.shop_id as "shopId", s.name as "shopName", o.buyer_id as "buyerId",
          coalesce((select b.name from published.buyer_names b where b.team_id = o.team_id and b.id = o.buyer_id), '') as "buyerName",
          coalesce((select f.title from published.order_facts f where f.team_id = o.team_id and f.id = o.id), '') as title,
          ${sql.raw(isoColumn('o.received_at'))} as "receivedAt", ${sql.raw(isoColumn('i.at'))} as "invitedAt",
          to_char(o.sort_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as place
        from published.order_receipts o join published.shops s on s.team_id = o.team_id and s.id = o.shop_id
        left join review_invitations i on i.team_id = o.team_id and i.order_id = o.id
        where o.team_id = ${tx.team} and o.buyer_id is not null and o.sort_at > ${since}
          and ${shops === null ? sql`true` : sql`o.shop_id = any(${[...shops]}::uuid[])`}
          and ${shopId ? sql`o.shop_id = ${shopId}` : sql`true`} and ${orderId ? sql`o.id = ${orderId}` : sql`true`}
          and not exists (select from reviews r where r.team_id = o.team_id and r.order_id = o.id)
          and ${after ? sql`(o.sort_at, o.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
        order by o.sort_at desc, o.id desc limit ${limit}`,
  );
}
