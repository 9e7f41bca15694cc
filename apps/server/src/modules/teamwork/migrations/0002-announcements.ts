import { fence } from '../../../kernel/migrate.ts';

/** Announcements, what stood there before, and who has read what. */
export const up = `
  create table announcements (
    team_id uuid not null,
    id uuid not null,
    title text not null,
    text text not null,
    picture_ids uuid[] not null default '{}',
    audience jsonb not null,
    must_confirm boolean not null,
    urgent boolean not null default false,
    publish_at timestamptz not null,
    published_at timestamptz,
    expires_at timestamptz,
    withdrawn_at timestamptz,
    version int not null default 1,
    confirm_from int not null default 1,
    author_id uuid,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, author_id) references members (team_id, id) on delete set null (author_id));
  create index announcements_publish on announcements (team_id, publish_at desc, id desc);
  ${fence('announcements')}

  create table announcement_versions (
    team_id uuid not null,
    announcement_id uuid not null,
    version int not null,
    title text not null,
    text text not null,
    by_member uuid,
    at timestamptz not null,
    primary key (team_id, announcement_id, version),
    foreign key (team_id, announcement_id) references announcements (team_id, id) on delete cascade);
  ${fence('announcement_versions')}

  create table announcement_reads (
    team_id uuid not null,
    announcement_id uuid not null,
    member_id uuid not null,
    read_at timestamptz,
    confirmed_at timestamptz,
    version int not null default 0,
    reminded_at timestamptz,
    primary key (team_id, announcement_id, member_id),
    foreign key (team_id, announcement_id) references announcements (team_id, id) on delete cascade,
    foreign key (team_id, member_id) references members (team_id, id) on delete cascade);
  ${fence('announcement_reads')}

  create table announcement_pictures (
    team_id uuid not null,
    id uuid not null,
    uploader_id uuid not null,
    key text not null,
    name text not null,
    mime text not null,
    width int not null,
    height int not null,
    at timestamptz not null,
    primary key (team_id, id));
  ${fence('announcement_pictures')}`;
