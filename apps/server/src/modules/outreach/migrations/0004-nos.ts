import { publish } from '../../../kernel/migrate.ts';

/** Who wants to hear nothing, and which ways out of the house there are: for who plans for many. No address stands in it. */
export const up = `
  ${publish(
    'outreach_nos',
    'select team_id, shop_id, buyer_id, channel, topic from outreach_opt_outs where undone_at is null',
  )}
  ${publish(
    'outreach_ways',
    'select team_id, channel, shop_ids from outreach_gateways where enabled',
  )}`;
