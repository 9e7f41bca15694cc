import { publish } from '../../../kernel/migrate.ts';

/** What rules may ask of a buyer: no way to reach one, no address. */
export const up = publish(
  'buyer_facts',
  `select b.team_id, b.id, b.name, b.locale, b.level, b.friendliness, b.tags,
     exists (select from blocklistings l where l.team_id = b.team_id and l.buyer_id = b.id) as blocked from buyers b`,
);
