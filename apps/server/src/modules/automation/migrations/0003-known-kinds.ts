/** Which version of each kind of coupon it gives the author of a rule knew of, by the kind's id. */
export const up = `
  alter table automation_rules add column author_knew jsonb not null default '{}';`;
