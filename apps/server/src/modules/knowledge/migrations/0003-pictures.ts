import { appRole, fence, publish } from '../../../kernel/migrate.ts';

/**
 * Pictures that were uploaded, each for one shop. Whoever has no session asks for one by its id alone: `knowledge_picture_team` says
 * whose it is, so that no other team is asked. It runs as the owner of the table, to whom a second policy shows all rows.
 */
export const up = `
  create table knowledge_pictures (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    uploader_id uuid,
    key text not null,
    thumbnail_key text,
    name text not null,
    mime text not null,
    size bigint not null,
    width int not null,
    height int not null,
    loose_since timestamptz not null default now(),
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create unique index knowledge_pictures_place on knowledge_pictures (id);
  create index knowledge_pictures_shop on knowledge_pictures (team_id, shop_id);
  ${fence('knowledge_pictures')}
  create policy knowledge_pictures_owner on knowledge_pictures to current_user using (true);

  alter table knowledge_versions add column picture_id uuid,
    add foreign key (team_id, picture_id) references knowledge_pictures (team_id, id);
  create index knowledge_versions_picture on knowledge_versions (team_id, picture_id) where picture_id is not null;

  create function knowledge_picture_team(picture uuid) returns uuid
    language sql stable security definer set search_path = public, pg_catalog as $function$
    select team_id from knowledge_pictures where id = picture $function$;
  revoke all on function knowledge_picture_team from public;
  grant execute on function knowledge_picture_team to ${appRole};

  ${publish(
    'knowledge_entries',
    `select e.team_id, e.id, e.shop_id, e.product_external_id, e.category, e.topic, v.words, v.questions,
       coalesce('/api/knowledge-pictures/' || v.picture_id, v.picture_url) as picture_url
     from knowledge_entries e join knowledge_versions v on v.team_id = e.team_id and v.entry_id = e.id and v.no = e.live_no
     where e.archived_at is null and coalesce(e.valid_from, '-infinity') <= now() and coalesce(e.valid_until, 'infinity') > now()`,
  )}
`;
