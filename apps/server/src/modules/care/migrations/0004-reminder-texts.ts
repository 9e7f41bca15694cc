import { fence } from '../../../kernel/migrate.ts';

/** Words of a shop's own for reminding by hand, and which of them a reminder used. */
export const up = `
  create table reminder_texts (
    team_id uuid not null,
    shop_id uuid not null,
    name text not null,
    texts jsonb not null,
    primary key (team_id, shop_id, name),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('reminder_texts')}
  alter table payment_reminders add column variant text;
  create index payment_reminders_shop on payment_reminders (team_id, shop_id, at);
`;
