import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { sightOf } from '../access/index.ts';

/** What a request is about, as far as its case is looked up. */
export interface About {
  readonly id: string;
  readonly orderId: string | null;
  readonly buyerId: string | null;
  readonly currency: string;
}

/** What stands around a request in other rooms. */
export interface CaseRow {
  readonly id: string;
  readonly order: Readonly<Record<string, unknown>> | null;
  readonly margin: number | null;
  readonly buyer: {
    readonly id: string;
    readonly name: string;
    readonly orderCount: number;
    readonly paidMinor: number;
    readonly refundedMinor: number;
    readonly refundedOrders: number;
    readonly refunds90Days: number;
  } | null;
  readonly flagged: boolean;
}

const backToBuyer = sql`('refunded', 'compensated', 'goodwill_paid', 'price_protected', 'cashback_paid')`;

/** Another address within a day of this moment, or of money back on the same order. */
const flagged = sql`exists (select from published.order_acts a
  where a.team_id = w.team_id and a.order_id = w.order_id and a.kind = 'address_changed' and a.state in ('done', 'pending')
    and (a.at > now() - interval '24 hours' or exists (select from published.order_acts r
      where r.team_id = a.team_id and r.order_id = a.order_id and r.kind in ${backToBuyer} and r.state in ('done', 'pending')
        and abs(extract(epoch from r.at - a.at)) < 86400)))`;

const buyer = sql`(select json_build_object('id', b.id, 'name', b.name,
    'orderCount', coalesce(sum(s.order_count), 0), 'paidMinor', coalesce(sum(s.paid_minor), 0),
    'refundedMinor', coalesce(sum(s.refunded_minor), 0), 'refundedOrders', coalesce(sum(s.refunded_orders), 0),
    'refunds90Days', (select count(*) from published.order_acts a where a.team_id = w.team_id and a.buyer_id = w.buyer_id
      and a.kind in ${backToBuyer} and a.state in ('done', 'pending') and a.at > now() - interval '90 days'))
  from published.buyer_names b left join published.buyer_spend s
    on s.team_id = b.team_id and s.buyer_id = b.id and s.currency = w.currency
  where b.team_id = w.team_id and b.id = w.buyer_id group by b.id, b.name)`;

/** Orders, margins and buyers of the requests, in one statement; orders out of the reader's sight stay away. */
export const caseRows = (
  actor: StaffActor,
  tx: Tx,
  about: readonly About[],
): Promise<CaseRow[]> => {
  const sight = sightOf(actor, 'orders.read');
  const seen =
    sight === null
      ? sql`false`
      : sight.shops === null
        ? sql`true`
        : sql`o.shop_id = any(${[...sight.shops]}::uuid[])`;
  return run(
    tx,
    sql`select w.id, o.summary as "order", m.margin_minor as margin, ${buyer} as buyer, ${flagged} as flagged
        from (select ${actor.team}::uuid as team_id, * from unnest(${about.map((one) => one.id)}::uuid[],
          ${about.map((one) => one.orderId)}::uuid[], ${about.map((one) => one.buyerId)}::uuid[],
          ${about.map((one) => one.currency)}::text[]) as w(id, order_id, buyer_id, currency)) w
        left join published.order_summaries o on o.team_id = w.team_id and o.id = w.order_id and ${seen}
        left join published.order_margins m on m.team_id = w.team_id and m.id = o.id`,
  );
};
