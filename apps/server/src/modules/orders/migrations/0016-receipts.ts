import { publish } from '../../../kernel/migrate.ts';

/** When an order came into the buyer's hands, as far as anybody said: received, else delivered, else its last parcel signed for. */
export const up = publish(
  'order_receipts',
  `select o.team_id, o.id, o.shop_id, o.buyer_id, o.number, o.status, o.sort_at,
     coalesce((select min(s.at) from order_statuses s where s.team_id = o.team_id and s.order_id = o.id and s.status = 'received'),
       (select min(s.at) from order_statuses s where s.team_id = o.team_id and s.order_id = o.id and s.status = 'delivered'),
       (select max(p.delivered_at) from parcels p where p.team_id = o.team_id and p.order_id = o.id)) as received_at
   from orders o where o.status in ('delivered', 'received', 'completed')`,
);
