import { publish } from '../../../kernel/migrate.ts';

/** What rules may ask of an order and its newest parcel. */
export const up = `
  ${publish(
    'order_facts',
    `select o.team_id, o.id, o.shop_id, o.buyer_id, o.number, o.status, o.source, o.currency, o.url, o.total_minor, o.paid_minor,
       o.refunded_minor, case when o.status = 'placed' then greatest(o.total_minor - o.paid_minor + o.refunded_minor, 0) else 0 end as due_minor,
       o.on_delivery, o.reminded_at, o.placed_at, o.paid_at, o.created_at, o.sort_at,
       (select l.title from order_lines l where l.team_id = o.team_id and l.order_id = o.id order by l.no limit 1) as title
     from orders o`,
  )}
  ${publish(
    'parcel_facts',
    `select team_id, id, order_id, carrier, carrier_name, number, status, created_at from parcels where order_id is not null`,
  )}`;
