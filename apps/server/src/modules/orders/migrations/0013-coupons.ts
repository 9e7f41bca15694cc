/** What of an order's discount came from coupons, line by line, and for the postage; the ledger has their sum as `coupon`. */
export const up = `
  alter table order_lines add column coupon_minor bigint not null default 0
    check (coupon_minor between 0 and discount_minor);
  alter table orders add column postage_coupon_minor bigint not null default 0
    check (postage_coupon_minor between 0 and postage_minor);`;
