import { fence } from '../../../kernel/migrate.ts';

/** The sample shop of a team, with those of its parts that do not hang on the shop itself. */
export const up = `
  create table sample_shops (
    team_id uuid primary key,
    shop_id uuid not null,
    loaded_by uuid,
    loaded_at timestamptz not null,
    member_ids uuid[] not null,
    shoppers jsonb not null,
    foreign key (team_id, shop_id) references shops (team_id, id));
  ${fence('sample_shops')}
`;
