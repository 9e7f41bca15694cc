/** When a product came up: a card that is shown after an order does not serve what was ordered. Those of before tell nothing of it. */
export const up = 'alter table insight_topics add column at timestamptz';
