import { publish } from '../../../kernel/migrate.ts';

/** What each order is worth product by product, by its lines less their discounts; what is no product known here has zeros for an id. */
export const up = publish(
  'order_goods',
  `select l.team_id, l.order_id, coalesce(l.product_id, '00000000-0000-0000-0000-000000000000') as product_id,
     greatest(sum(l.quantity * l.unit_minor - l.discount_minor), 0)::bigint as net_minor, min(l.no) as no
   from order_lines l group by 1, 2, 3`,
);
