import { fence } from '../../../kernel/migrate.ts';

/** Which card in which conversation shows an order, or what was done to it, so that it can be kept true. */
export const up = `
  create table act_cards (
    team_id uuid not null,
    act_id uuid not null,
    order_id uuid not null,
    conversation_id uuid not null,
    message_id uuid not null,
    primary key (team_id, act_id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  create index act_cards_order on act_cards (team_id, order_id);
  create index act_cards_conversation on act_cards (team_id, conversation_id);
  ${fence('act_cards')}

  create table order_card_messages (
    team_id uuid not null,
    message_id uuid not null,
    order_id uuid not null,
    conversation_id uuid not null,
    primary key (team_id, message_id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  create index order_card_messages_order on order_card_messages (team_id, order_id, message_id);
  create index order_card_messages_conversation on order_card_messages (team_id, conversation_id);
  ${fence('order_card_messages')}
`;
