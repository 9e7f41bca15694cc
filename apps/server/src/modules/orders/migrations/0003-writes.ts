import { fence } from '../../../kernel/migrate.ts';

/** What is still to be done on the platform an order lives on. A row's id is the key the platform is given. */
export const up = `
  create table order_writes (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    shop_id uuid not null,
    act_id uuid,
    what json not null,
    state text not null default 'waiting' check (state in ('waiting', 'sending', 'unsure', 'done', 'failed')),
    attempts int not null default 0,
    claimed_at timestamptz,
    sent_at timestamptz,
    trouble text not null default '',
    reference text,
    created_at timestamptz not null default now(),
    settled_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index order_writes_open on order_writes (team_id, order_id, id) where state in ('waiting', 'sending', 'unsure');
  create index order_writes_shop on order_writes (team_id, shop_id, id desc);
  ${fence('order_writes')}`;
