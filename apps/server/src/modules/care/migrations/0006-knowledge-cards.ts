import { fence } from '../../../kernel/migrate.ts';

/**
 * The picture of a knowledge card that was sent has an address of its own: who was sent the card goes on seeing it, also when the
 * entry shows it no longer. It goes with the conversation.
 */
export const up = `
  create table knowledge_cards (
    team_id uuid not null,
    id uuid not null,
    picture_id uuid not null,
    message_id uuid not null,
    conversation_id uuid not null,
    primary key (team_id, id),
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  create index knowledge_cards_conversation on knowledge_cards (team_id, conversation_id);
  ${fence('knowledge_cards')}`;
