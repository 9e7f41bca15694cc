import { appRole } from '../../../kernel/migrate.ts';

/**
 * Whoever has no session asks for a picture by its id alone: `review_picture_team` says whose it is, so that no other team is asked.
 * It runs as the owner of the table, to whom a second policy shows all rows.
 */
export const up = `
  create unique index review_pictures_place on review_pictures (id);
  create policy review_pictures_owner on review_pictures to current_user using (true);
  create function review_picture_team(picture uuid) returns uuid
    language sql stable security definer set search_path = public, pg_catalog as $function$
    select team_id from review_pictures where id = picture $function$;
  revoke all on function review_picture_team from public;
  grant execute on function review_picture_team to ${appRole};
`;
