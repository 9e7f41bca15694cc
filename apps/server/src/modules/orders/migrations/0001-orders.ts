import { fence } from '../../../kernel/migrate.ts';

const orders = `
  create table orders (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    buyer_id uuid,
    buyer_external_id text,
    external_id text collate "C" not null,
    number text not null,
    number_key text collate "C" not null,
    source text not null check (source in ('own', 'import', 'connector')),
    url text,
    status text not null,
    source_status text not null default '',
    currency text not null,
    goods_minor bigint not null default 0,
    discount_minor bigint not null default 0,
    postage_minor bigint not null default 0,
    adjustment_minor bigint not null default 0,
    total_minor bigint not null default 0 check (total_minor = goods_minor - discount_minor + postage_minor + adjustment_minor),
    paid_minor bigint not null default 0 check (paid_minor >= 0),
    refunded_minor bigint not null default 0 check (refunded_minor between 0 and paid_minor),
    address json,
    address_raw text,
    buyer_note text not null default '',
    flag text not null default 'none',
    attributes jsonb not null default '{}',
    version int not null default 1,
    reminded_at timestamptz,
    placed_at timestamptz,
    paid_at timestamptz,
    source_hash bytea,
    mirrored_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    sort_at timestamptz not null,
    primary key (team_id, id),
    unique (team_id, shop_id, external_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete set null (buyer_id));
  create index orders_newest on orders (team_id, sort_at desc, id desc);
  create index orders_shop on orders (team_id, shop_id, sort_at desc, id desc);
  create index orders_status on orders (team_id, status, sort_at desc, id desc);
  create index orders_flag on orders (team_id, flag, sort_at desc, id desc) where flag <> 'none';
  create index orders_buyer on orders (team_id, buyer_id, sort_at desc, id desc);
  create index orders_number on orders (team_id, number_key);
  ${fence('orders')}
  create table order_lines (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    no int not null,
    product_id uuid,
    variant_id uuid,
    product_external_id text not null default '',
    variant_external_id text not null default '',
    sku text not null default '',
    title text not null,
    options json not null default '{}',
    picture_url text,
    url text,
    quantity int not null check (quantity > 0),
    unit_minor bigint not null check (unit_minor >= 0),
    discount_minor bigint not null default 0 check (discount_minor >= 0),
    attributes jsonb not null default '{}',
    primary key (team_id, id),
    unique (team_id, order_id, no),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, product_id) references products (team_id, id) on delete set null (product_id),
    foreign key (team_id, variant_id) references variants (team_id, id) on delete set null (variant_id));
  create index order_lines_product on order_lines (team_id, product_id) where product_id is not null;
  create index order_lines_variant on order_lines (team_id, variant_id) where variant_id is not null;
  create index order_lines_loose on order_lines (team_id, id) where variant_id is null and product_external_id <> '';
  ${fence('order_lines')}
  create table order_statuses (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    status text not null,
    source_status text not null default '',
    at timestamptz,
    actor_kind text not null,
    actor_id uuid,
    recorded_at timestamptz not null default now(),
    primary key (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index order_statuses_order on order_statuses (team_id, order_id);
  ${fence('order_statuses', 'append')}
  create table order_counters (
    team_id uuid not null,
    shop_id uuid not null,
    series text not null,
    n int not null,
    primary key (team_id, shop_id, series),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('order_counters')}`;

const money = `
  create table payment_methods (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    external_id text collate "C" not null,
    kind text not null,
    source_kind text not null default '',
    label text not null default '',
    balance_minor bigint,
    currency text not null,
    attributes jsonb not null default '{}',
    mirrored_at timestamptz not null default now(),
    primary key (team_id, id),
    unique (team_id, shop_id, buyer_id, external_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  ${fence('payment_methods')}
  create table order_entries (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    kind text not null check (kind in ('goods', 'discount', 'postage', 'adjustment', 'payment', 'refund')),
    reference text not null default '',
    debit text not null,
    credit text not null check (credit <> debit),
    amount_minor bigint not null check (amount_minor > 0),
    currency text not null,
    method_kind text,
    source_kind text not null default '',
    method_id uuid,
    at timestamptz,
    actor_kind text not null,
    actor_id uuid,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, method_id) references payment_methods (team_id, id) on delete set null (method_id));
  create index order_entries_order on order_entries (team_id, order_id);
  ${fence('order_entries', 'append')}`;

const parcels = `
  create table parcels (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    order_id uuid,
    order_external_id text collate "C" not null,
    external_id text collate "C" not null,
    carrier text not null default '',
    carrier_name text not null default '',
    number text collate "C" not null default '',
    status text not null,
    source_status text not null default '',
    promised_at timestamptz,
    delivered_at timestamptz,
    last_event_at timestamptz,
    line_nos int[] not null default '{}',
    attributes jsonb not null default '{}',
    source_hash bytea,
    mirrored_at timestamptz,
    created_at timestamptz not null default now(),
    primary key (team_id, id),
    unique (team_id, shop_id, external_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index parcels_order on parcels (team_id, order_id) where order_id is not null;
  create index parcels_waiting on parcels (team_id, shop_id, order_external_id) where order_id is null;
  create index parcels_number on parcels (team_id, number);
  ${fence('parcels')}
  create table parcel_events (
    team_id uuid not null,
    parcel_id uuid not null,
    no int not null,
    at timestamptz,
    status text not null,
    source_status text not null default '',
    text text not null default '',
    place text not null default '',
    operator text not null default '',
    primary key (team_id, parcel_id, no),
    foreign key (team_id, parcel_id) references parcels (team_id, id) on delete cascade);
  ${fence('parcel_events')}`;

const annotations = `
  create table order_remarks (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    flag text not null,
    text text not null,
    actor_kind text not null,
    actor_id uuid,
    at timestamptz not null default clock_timestamp(),
    primary key (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index order_remarks_order on order_remarks (team_id, order_id, at desc, id desc);
  ${fence('order_remarks', 'append')}
  create table order_answers (
    team_id uuid not null,
    order_id uuid not null,
    kind text not null check (kind in ('order', 'address')),
    state text not null check (state in ('asked', 'confirmed', 'change_wanted', 'withdrawn', 'outdated')),
    asked_at timestamptz,
    answered_at timestamptz,
    answer text,
    primary key (team_id, order_id, kind),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  ${fence('order_answers')}
  create table address_changes (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    address json not null,
    note text not null default '',
    actor_kind text not null,
    actor_id uuid,
    proposed_at timestamptz not null default now(),
    state text not null default 'proposed' check (state in ('proposed', 'accepted', 'refused')),
    decided_by uuid,
    decided_at timestamptz,
    decision text not null default '',
    primary key (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index address_changes_order on address_changes (team_id, order_id, proposed_at desc);
  create unique index address_changes_open on address_changes (team_id, order_id) where state = 'proposed';
  ${fence('address_changes')}
  create table order_records (
    team_id uuid not null,
    shop_id uuid not null,
    order_external_id text collate "C" not null,
    topic text not null,
    data jsonb not null,
    source_hash bytea not null,
    mirrored_at timestamptz not null default now(),
    primary key (team_id, shop_id, order_external_id, topic),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('order_records')}`;

export const up = `${orders} ${money} ${parcels} ${annotations}`;
