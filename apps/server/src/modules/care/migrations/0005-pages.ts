import { fence } from '../../../kernel/migrate.ts';

/** From which product's page a buyer last wrote, so that only another one is news. */
export const up = `
  create table discussed_pages (
    team_id uuid not null,
    conversation_id uuid not null,
    page text not null,
    primary key (team_id, conversation_id),
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  ${fence('discussed_pages')}`;
