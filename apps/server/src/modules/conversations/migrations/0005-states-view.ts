import { publish } from '../../../kernel/migrate.ts';

/** Where conversations stand, for rules and reports; nothing of what was said. */
export const up = publish(
  'conversation_states',
  `select team_id, id, shop_id, buyer_id, channel_id, state, assignee_id, waiting_since, opened_at, resolved_at, last_at, last_seq,
     inbound, last_author_kind from conversations`,
);
