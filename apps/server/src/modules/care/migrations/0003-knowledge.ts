import { fence } from '../../../kernel/migrate.ts';

/** Knowledge cards whose outcome has been counted: a job that runs twice counts once. */
export const up = `
  create table knowledge_outcomes (
    team_id uuid not null,
    message_id uuid not null,
    conversation_id uuid not null,
    asked_again boolean not null,
    at timestamptz not null default now(),
    primary key (team_id, message_id),
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  ${fence('knowledge_outcomes')}`;
