import { publish } from '../../../kernel/migrate.ts';

/** What scripts are called, for reports; whose own they are stands with it: others do not read those names. */
export const up = publish(
  'script_names',
  `select team_id, id, title, scope, owner_id, shop_id from scripts`,
);
