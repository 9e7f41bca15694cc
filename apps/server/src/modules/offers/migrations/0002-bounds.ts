/**
 * A coupon keeps the bounds of the authority it was given with, and the order it was counted on. Without a default and without
 * a check of old rows: live tables are not rewritten.
 */
export const up = `
  alter table coupons add column bounds jsonb, add column counted_order_id uuid;
`;
