import { fence } from '../../../kernel/migrate.ts';

/** The last time a colleague handed a conversation to another, while it may be given back. */
export const up = `
  create table handovers (
    team_id uuid not null,
    conversation_id uuid not null,
    to_id uuid not null,
    at timestamptz not null,
    primary key (team_id, conversation_id),
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade,
    foreign key (team_id, to_id) references members (team_id, id) on delete cascade);
  ${fence('handovers')}`;
