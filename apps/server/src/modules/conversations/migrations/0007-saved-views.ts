import { fence } from '../../../kernel/migrate.ts';

/** Filters of the list under a name. A name stands once for its owner, for the team, for a shop. */
export const up = `
  create table saved_views (
    team_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    scope text not null check (scope in ('personal', 'team', 'shop')),
    shop_id uuid,
    name text not null,
    filter jsonb not null,
    at timestamptz not null default now(),
    primary key (team_id, id),
    check ((scope = 'shop') = (shop_id is not null)),
    foreign key (team_id, owner_id) references members (team_id, id) on delete cascade,
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create unique index saved_views_own on saved_views (team_id, owner_id, name) where scope = 'personal';
  create unique index saved_views_shared on saved_views (team_id, coalesce(shop_id, team_id), name) where scope <> 'personal';
  ${fence('saved_views')}
`;
