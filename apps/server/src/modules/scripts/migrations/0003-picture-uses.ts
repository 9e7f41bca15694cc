import { fence } from '../../../kernel/migrate.ts';

/** Which scripts ever showed which picture: who sees one of them sees the picture, and what none shows can go. */
export const up = `
  alter table script_pictures add column uploader_id uuid;

  create table script_picture_uses (
    team_id uuid not null,
    picture_id uuid not null,
    script_id uuid not null,
    primary key (team_id, picture_id, script_id),
    foreign key (team_id, picture_id) references script_pictures (team_id, id),
    foreign key (team_id, script_id) references scripts (team_id, id) on delete cascade);
  create index script_picture_uses_script on script_picture_uses (team_id, script_id);
  ${fence('script_picture_uses')}

  alter table script_picture_uses no force row level security;
  alter table script_pictures no force row level security;
  alter table script_versions no force row level security;
  insert into script_picture_uses (team_id, picture_id, script_id)
    select distinct v.team_id, p.id, v.script_id
    from script_versions v cross join lateral jsonb_path_query(v.content, '$.variants[*].parts[*].pictureId') as shown(id)
    join script_pictures p on p.team_id = v.team_id and p.id::text = shown.id #>> '{}';
  alter table script_picture_uses force row level security;
  alter table script_pictures force row level security;
  alter table script_versions force row level security;
`;
