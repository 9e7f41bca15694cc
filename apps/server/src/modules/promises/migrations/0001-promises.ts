import { fence } from '../../../kernel/migrate.ts';

/** The sentence is what a colleague wrote to a buyer: it goes with the buyer. */
export const up = `
  create table promises (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    conversation_id uuid,
    message_id uuid,
    order_id uuid,
    product_id uuid,
    product_title text not null default '',
    sentence text not null,
    member_id uuid,
    event text not null check (event in ('shipped', 'delivered', 'refunded', 'parcel_moved', 'restocked', 'price', 'answered', 'hand')),
    baseline bigint,
    state text not null default 'open' check (state in ('open', 'kept', 'late', 'broken', 'cancelled')),
    told text check (told in ('near', 'broken')),
    made_at timestamptz not null,
    due_at timestamptz,
    ready_at timestamptz,
    settled_at timestamptz,
    settled_by uuid,
    reason text not null default '',
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  create unique index promises_message on promises (team_id, message_id) where message_id is not null and state <> 'cancelled';
  create index promises_open on promises (team_id, coalesce(due_at, 'infinity'), id) where state = 'open';
  create index promises_broken on promises (team_id, due_at, id) where state = 'broken';
  create index promises_settled on promises (team_id, settled_at desc, id desc) where settled_at is not null;
  create index promises_buyer on promises (team_id, buyer_id, made_at);
  create index promises_order on promises (team_id, order_id) where order_id is not null and state in ('open', 'broken');
  create index promises_product on promises (team_id, product_id) where product_id is not null and state in ('open', 'broken');
  create index promises_answer on promises (team_id, buyer_id, shop_id) where state in ('open', 'broken');
  create index promises_made on promises (team_id, made_at);
  ${fence('promises')}`;
