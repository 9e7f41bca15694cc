import { fence, publish } from '../../../kernel/migrate.ts';

const moves = `
  create table payment_intents (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    order_id uuid not null,
    key text collate "C" not null,
    gateway text not null,
    amount_minor bigint not null check (amount_minor > 0),
    refunded_minor bigint not null default 0 check (refunded_minor between 0 and amount_minor),
    currency text not null,
    state text not null default 'created' check (state in ('created', 'asked', 'unknown', 'confirmed', 'failed')),
    gateway_reference text,
    pay json,
    fee_minor bigint,
    failure text,
    attempts int not null default 0,
    created_at timestamptz not null default now(),
    asked_at timestamptz,
    settled_at timestamptz,
    primary key (team_id, id),
    unique (team_id, gateway, key),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create index payment_intents_order on payment_intents (team_id, order_id);
  create index payment_intents_open on payment_intents (team_id, state) where state in ('created', 'asked', 'unknown');
  ${fence('payment_intents')}
  create table payment_refunds (
    team_id uuid not null,
    id uuid not null,
    intent_id uuid not null,
    key text collate "C" not null,
    amount_minor bigint not null check (amount_minor > 0),
    reason text not null default '',
    state text not null default 'created' check (state in ('created', 'asked', 'unknown', 'confirmed', 'failed')),
    gateway_reference text,
    failure text,
    attempts int not null default 0,
    created_at timestamptz not null default now(),
    asked_at timestamptz,
    settled_at timestamptz,
    primary key (team_id, id),
    unique (team_id, key),
    foreign key (team_id, intent_id) references payment_intents (team_id, id) on delete cascade);
  create index payment_refunds_intent on payment_refunds (team_id, intent_id);
  create index payment_refunds_open on payment_refunds (team_id, state) where state in ('created', 'asked', 'unknown');
  ${fence('payment_refunds')}`;

const talk = `
  create table gateway_calls (
    team_id uuid not null,
    id uuid not null,
    gateway text not null,
    kind text not null check (kind in ('pay', 'query_payment', 'refund', 'query_refund')),
    subject_id uuid not null,
    state text not null,
    detail text not null default '',
    took_ms int not null,
    at timestamptz not null default clock_timestamp(),
    primary key (team_id, id));
  create index gateway_calls_subject on gateway_calls (team_id, subject_id, at);
  ${fence('gateway_calls', 'append')}
  create table gateway_callbacks (
    team_id uuid not null,
    gateway text not null,
    event_id text collate "C" not null,
    shop_id uuid not null,
    about text not null,
    key text not null,
    state text not null,
    moved boolean not null,
    body_hash bytea not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (team_id, gateway, shop_id, event_id));
  ${fence('gateway_callbacks', 'append')}`;

export const up = `${moves} ${talk}
  ${publish(
    'payment_intents',
    `select team_id, id, order_id, gateway, state, gateway_reference, fee_minor, amount_minor, failure, created_at, settled_at
     from payment_intents`,
  )}
  ${publish(
    'payment_refunds',
    `select r.team_id, r.id, r.key, r.intent_id, i.gateway, r.state, r.gateway_reference, r.failure, r.created_at, r.settled_at
     from payment_refunds r join payment_intents i on i.team_id = r.team_id and i.id = r.intent_id`,
  )}`;
