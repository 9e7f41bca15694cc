import { publish } from '../../../kernel/migrate.ts';

/** What somebody who decides about an order looks at: what was done to it, and what is earned on it (null: a cost is unknown). */
export const up = `
  ${publish(
    'order_acts',
    `select a.team_id, a.id, a.order_id, o.shop_id, o.buyer_id, a.kind, a.state, a.amount_minor, a.currency, a.at
     from order_acts a join orders o on o.team_id = a.team_id and o.id = a.order_id`,
  )}
  ${publish(
    'order_margins',
    `select o.team_id, o.id, o.shop_id, o.total_minor - o.postage_minor - o.refunded_minor - (
         select case when bool_and(c.cost_minor is not null) then sum(c.cost_minor * l.quantity)::bigint end
         from order_lines l left join published.variant_costs c on c.team_id = l.team_id and c.id = l.variant_id
         where l.team_id = o.team_id and l.order_id = o.id) as margin_minor
     from orders o`,
  )}
`;
