import { fence } from '../../../kernel/migrate.ts';

/** Files on their way in pieces; the bytes lie beside the kept files until the last piece has come. */
export const up = `
  create table chat_uploads (
    team_id uuid not null,
    id uuid not null,
    conversation_id uuid not null,
    uploader_kind text not null,
    uploader_id uuid not null,
    name text not null,
    size bigint not null check (size > 0),
    received bigint not null default 0 check (received between 0 and size),
    file_id uuid,
    begun_at timestamptz not null default now(),
    primary key (team_id, id),
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  create index chat_uploads_uploader on chat_uploads (team_id, uploader_id) where file_id is null;
  ${fence('chat_uploads')}`;
