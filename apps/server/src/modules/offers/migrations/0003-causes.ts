/** What a coupon was given for by a rule: the same rule, buyer and occasion is answered once, whatever dies in the middle. */
export const up = `
  alter table coupons add column cause text;
  create unique index coupons_cause on coupons (team_id, cause) where cause is not null;
`;
