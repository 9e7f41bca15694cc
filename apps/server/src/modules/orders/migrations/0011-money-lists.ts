/** Money in time order, for the list of payments. */
export const up = `
  create index order_payments_newest on order_payments (team_id, recorded_at desc);
  create index order_refunds_newest on order_refunds (team_id, at desc);
`;
