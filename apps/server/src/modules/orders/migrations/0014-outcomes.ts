import { publish } from '../../../kernel/migrate.ts';

/** What became of each order, for reports: what was bought, paid, cancelled, and what went back within fifteen days of payment. */
export const up = publish(
  'order_outcomes',
  `select o.team_id, o.id, o.shop_id, o.buyer_id, o.currency, o.status, o.total_minor, o.paid_minor, o.placed_at, o.paid_at,
     array(select distinct l.product_id from order_lines l
       where l.team_id = o.team_id and l.order_id = o.id and l.product_id is not null) as products,
     o.status in ('cancelled', 'closed_unpaid') and coalesce((select min(s.at) from order_statuses s
       where s.team_id = o.team_id and s.order_id = o.id and s.status = o.status), o.placed_at)
       <= o.placed_at + interval '15 days' as cancelled_soon,
     least(o.paid_minor, coalesce((select sum(e.amount_minor) from order_entries e
       where e.team_id = o.team_id and e.order_id = o.id and e.kind = 'refund'
         and coalesce(e.at, e.recorded_at) <= coalesce(o.paid_at, o.placed_at) + interval '15 days'), 0))::bigint as reversed_minor
   from orders o where o.placed_at is not null`,
);
