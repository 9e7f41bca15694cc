import { fence } from '../../../kernel/migrate.ts';

/**
 * What was asked of a buyer and what was reminded of. The card stands in the conversation, the answer on the order;
 * here stands which card belongs to which order, and what the order looked like when it was asked about (`mark`).
 */
export const up = `
  create table order_checks (
    team_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('order', 'address')),
    state text not null check (state in ('asked', 'confirmed', 'change_wanted', 'withdrawn', 'outdated')),
    shop_id uuid not null,
    order_id uuid not null,
    buyer_id uuid not null,
    conversation_id uuid not null,
    message_id uuid not null,
    mark text not null,
    asked_at timestamptz not null,
    settled_at timestamptz,
    primary key (team_id, id),
    check ((state = 'asked') = (settled_at is null)),
    foreign key (team_id, shop_id) references shops (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  create unique index order_checks_open on order_checks (team_id, order_id, kind) where state = 'asked';
  create index order_checks_order on order_checks (team_id, order_id);
  create index order_checks_conversation on order_checks (team_id, conversation_id);
  ${fence('order_checks')}

  create table payment_reminders (
    team_id uuid not null,
    id uuid not null,
    state text not null check (state in ('due', 'paid', 'cancelled')),
    shop_id uuid not null,
    order_id uuid not null,
    conversation_id uuid not null,
    message_id uuid not null,
    at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  create index payment_reminders_order on payment_reminders (team_id, order_id);
  create index payment_reminders_conversation on payment_reminders (team_id, conversation_id);
  ${fence('payment_reminders')}
`;
