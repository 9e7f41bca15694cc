import { fence } from '../../../kernel/migrate.ts';

/** What a piece costs the shop, and below which price nothing is sold: for a shop, a category, a product or a variant. */
export const up = `
  alter table variants add column cost_minor bigint check (cost_minor >= 0);
  create table price_floors (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    category text,
    product_id uuid,
    variant_id uuid,
    percent int check (percent between 1 and 100),
    floor_minor bigint check (floor_minor >= 0),
    margin_percent int check (margin_percent between 0 and 500),
    set_at timestamptz not null default now(),
    primary key (team_id, id),
    check (num_nonnulls(category, product_id, variant_id) <= 1),
    check (num_nonnulls(percent, floor_minor, margin_percent) > 0),
    unique nulls not distinct (team_id, shop_id, category, product_id, variant_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, product_id) references products (team_id, id) on delete cascade,
    foreign key (team_id, variant_id) references variants (team_id, id) on delete cascade);
  ${fence('price_floors')}`;
