import { publish } from '../../../kernel/migrate.ts';

/** What of an order's discount came from coupons, line by line, and for the postage; the ledger has their sum as `coupon`. */
export const up = `
  alter table order_lines add column coupon_minor bigint not null default 0
    check (coupon_minor between 0 and discount_minor);
  alter table orders add column postage_coupon_minor bigint not null default 0
    check (postage_coupon_minor between 0 and postage_minor);
  ${publish(
    'order_coupons',
    `select o.team_id, o.id, o.number, o.postage_coupon_minor + coalesce((select sum(l.coupon_minor) from order_lines l
       where l.team_id = o.team_id and l.order_id = o.id), 0)::bigint as coupon_minor from orders o`,
  )}`;
