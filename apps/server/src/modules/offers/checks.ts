import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Faults in coupons: counters that are not what was given out and used, or an order whose coupons took off more than it shows. */
export async function findCouponFaults(tx: Tx): Promise<string[]> {
  const templates = await run<{ name: string }>(
    tx,
    sql`select t.name from coupon_templates t left join lateral (
            select count(*) filter (where c.state <> 'revoked') as issued,
              coalesce(sum(c.worth_minor) filter (where c.state in ('issued', 'used')), 0) as committed,
              count(*) filter (where c.state = 'used') as used, coalesce(sum(c.used_minor), 0) as minor
            from coupons c where c.team_id = t.team_id and c.template_id = t.id) s on true
        where t.team_id = ${tx.team} and (t.issued_count, t.committed_minor, t.used_count, t.used_minor)
          is distinct from (s.issued, s.committed, s.used, s.minor) limit 100`,
  );
  const orders = await run<{ number: string }>(
    tx,
    sql`select o.number from (select order_id, sum(used_minor) as used from coupons
            where team_id = ${tx.team} and order_id is not null group by order_id) c
        join published.order_coupons o on o.team_id = ${tx.team} and o.id = c.order_id
        where c.used < o.coupon_minor limit 100`,
  );
  return [
    ...templates.map((row) => `the counters of coupon ${row.name} do not fit its coupons`),
    ...orders.map((row) => `order ${row.number} shows more taken off than its coupons gave`),
  ];
}
