import { fence } from '../../../kernel/migrate.ts';

const coupons = `
  create table coupon_templates (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    name text not null,
    version int not null default 1,
    currency text not null,
    terms jsonb not null,
    worth_minor bigint not null check (worth_minor >= 0),
    budget_minor bigint,
    max_count int,
    per_buyer int,
    valid_from timestamptz,
    valid_until timestamptz,
    valid_days int,
    stopped_at timestamptz,
    issued_count int not null default 0,
    committed_minor bigint not null default 0 check (committed_minor >= 0),
    used_count int not null default 0 check (used_count >= 0),
    used_minor bigint not null default 0 check (used_minor >= 0),
    created_at timestamptz not null default now(),
    primary key (team_id, id),
    check (max_count is null or issued_count <= max_count),
    check (budget_minor is null or committed_minor <= budget_minor),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create index coupon_templates_newest on coupon_templates (team_id, shop_id, created_at desc, id desc);
  ${fence('coupon_templates')}
  create table coupon_versions (
    team_id uuid not null,
    template_id uuid not null,
    version int not null,
    name text not null,
    terms jsonb not null,
    actor_kind text not null,
    actor_id uuid,
    at timestamptz not null default now(),
    primary key (team_id, template_id, version),
    foreign key (team_id, template_id) references coupon_templates (team_id, id) on delete cascade);
  ${fence('coupon_versions', 'append')}
  create table coupon_holders (
    team_id uuid not null,
    template_id uuid not null,
    buyer_id uuid not null,
    n int not null check (n >= 0),
    primary key (team_id, template_id, buyer_id),
    foreign key (team_id, template_id) references coupon_templates (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade);
  ${fence('coupon_holders')}
  create table coupons (
    team_id uuid not null,
    id uuid not null,
    template_id uuid not null,
    template_version int not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    name text not null,
    state text not null default 'issued' check (state in ('issued', 'used', 'expired', 'revoked')),
    currency text not null,
    terms jsonb not null,
    worth_minor bigint not null check (worth_minor >= 0),
    order_id uuid,
    used_minor bigint not null default 0 check (used_minor between 0 and worth_minor),
    postage_minor bigint not null default 0 check (postage_minor between 0 and used_minor),
    valid_from timestamptz not null,
    valid_until timestamptz,
    conversation_id uuid,
    message_id uuid,
    approval_id uuid,
    actor_kind text not null,
    actor_id uuid,
    issued_at timestamptz not null,
    used_at timestamptz,
    returned_at timestamptz,
    ended_at timestamptz,
    reason text not null default '',
    primary key (team_id, id),
    check ((state = 'used') = (order_id is not null)),
    foreign key (team_id, template_id) references coupon_templates (team_id, id) on delete cascade,
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade,
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index coupons_newest on coupons (team_id, shop_id, issued_at desc, id desc);
  create index coupons_template on coupons (team_id, template_id, issued_at desc, id desc);
  create index coupons_buyer on coupons (team_id, buyer_id, issued_at desc, id desc);
  create index coupons_order on coupons (team_id, order_id) where order_id is not null;
  create index coupons_ending on coupons (team_id, valid_until) where state = 'issued' and valid_until is not null;
  ${fence('coupons')}`;

const ladder = `
  create table offer_settings (
    team_id uuid not null,
    shop_id uuid not null,
    settings jsonb not null,
    primary key (team_id, shop_id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('offer_settings')}
  create table concession_budgets (
    team_id uuid not null,
    shop_id uuid not null,
    period text not null,
    used_minor bigint not null default 0 check (used_minor >= 0),
    primary key (team_id, shop_id, period),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  ${fence('concession_budgets')}
  create table bargains (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    buyer_id uuid not null,
    conversation_id uuid not null,
    situation text not null,
    outcome text not null default 'open' check (outcome in ('open', 'ordered', 'paid', 'reversed', 'lapsed')),
    order_id uuid,
    currency text not null,
    paid_minor bigint not null default 0,
    goods_cost_minor bigint,
    opened_at timestamptz not null,
    closed_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade,
    foreign key (team_id, buyer_id) references buyers (team_id, id) on delete cascade,
    foreign key (team_id, order_id) references orders (team_id, id) on delete set null (order_id));
  create unique index bargains_open on bargains (team_id, shop_id, buyer_id) where outcome = 'open';
  create index bargains_order on bargains (team_id, order_id) where order_id is not null;
  create index bargains_conversation on bargains (team_id, conversation_id, opened_at desc);
  create index bargains_time on bargains (team_id, shop_id, opened_at desc);
  ${fence('bargains')}
  create table concessions (
    team_id uuid not null,
    id uuid not null,
    bargain_id uuid not null,
    no int not null,
    rung text not null check (rung in ('postage', 'coupon', 'bundle', 'price')),
    state text not null check (state in ('asked', 'offered', 'accepted', 'declined', 'void', 'skipped')),
    situation text not null,
    cost_minor bigint not null default 0 check (cost_minor >= 0),
    periods text[] not null default '{}',
    name text not null default '',
    coupon_id uuid,
    act_id uuid,
    approval_id uuid,
    reason text not null default '',
    actor_kind text not null,
    actor_id uuid,
    at timestamptz not null,
    answered_at timestamptz,
    primary key (team_id, id),
    unique (team_id, bargain_id, no),
    foreign key (team_id, bargain_id) references bargains (team_id, id) on delete cascade);
  create index concessions_coupon on concessions (team_id, coupon_id) where coupon_id is not null;
  create index concessions_approval on concessions (team_id, approval_id) where approval_id is not null;
  ${fence('concessions')}`;

export const up = `${coupons} ${ladder}`;
