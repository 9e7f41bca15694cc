import { appRole } from '../../../kernel/migrate.ts';

/**
 * Messages are only ever added to; the one way to take them away is this function, which takes those of a whole shop of
 * the team the session is bound to.
 */
export const up = `
  create function forget_messages_of(shop uuid) returns void
    language sql security definer set search_path = public, pg_catalog as $$
    delete from messages m using conversations c
      where c.team_id = current_setting('guitai.team')::uuid and c.shop_id = shop
        and m.team_id = c.team_id and m.conversation_id = c.id $$;
  revoke all on function forget_messages_of from public;
  grant execute on function forget_messages_of to ${appRole};
`;
