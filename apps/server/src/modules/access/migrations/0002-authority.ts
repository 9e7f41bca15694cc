import { fence, publish } from '../../../kernel/migrate.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Limits, what was given within them, requests for approval, deputies.
 * A counter's `shop_id` of zeros counts every shop; an order's `day` is the first of all days.
 */
export const up = `
  create table authority_limits (
    team_id uuid not null references teams,
    subject_kind text not null check (subject_kind in ('role', 'member', 'key')),
    subject_id text not null,
    shop_id uuid not null default '${nobody}',
    action text not null,
    currency text not null,
    per_act_minor bigint check (per_act_minor >= 0),
    per_order_minor bigint check (per_order_minor >= 0),
    per_buyer_day_minor bigint check (per_buyer_day_minor >= 0),
    per_day_minor bigint check (per_day_minor >= 0),
    floor_percent int check (floor_percent between 0 and 100),
    beyond text not null check (beyond in ('ask', 'no')),
    set_at timestamptz not null,
    primary key (team_id, currency, subject_kind, subject_id, action, shop_id));
  ${fence('authority_limits')}

  create table authority_counters (
    team_id uuid not null references teams,
    kind text not null check (kind in ('buyer_day', 'day', 'order')),
    subject_id uuid not null,
    shop_id uuid not null,
    day date not null,
    action text not null,
    currency text not null,
    used_minor bigint not null default 0 check (used_minor >= 0),
    approved_minor bigint not null default 0,
    primary key (team_id, kind, subject_id, shop_id, day, action, currency));
  ${fence('authority_counters')}

  create table authority_settings (
    team_id uuid primary key references teams,
    stage_minutes int not null);
  ${fence('authority_settings')}

  create table approvals (
    team_id uuid not null references teams,
    id uuid not null,
    state text not null check (state in ('asked', 'approved', 'refused', 'void', 'expired', 'withdrawn')),
    action text not null,
    endpoint text not null,
    input jsonb not null,
    act jsonb not null,
    facts_hash bytea not null,
    shop_id uuid not null,
    order_id uuid,
    buyer_id uuid,
    conversation_id uuid,
    amount_minor bigint not null check (amount_minor >= 0),
    currency text not null,
    note text not null,
    why jsonb not null,
    requester_kind text not null check (requester_kind in ('member', 'key')),
    requester_id uuid not null,
    requester_version int not null,
    stage int not null,
    escalated boolean not null default false,
    asked_at timestamptz not null,
    due_at timestamptz,
    decided_by uuid,
    decided_for uuid,
    decided_at timestamptz,
    reason text,
    void_reason text check (void_reason in ('changed', 'requester_changed', 'not_possible')),
    refusal_code text,
    primary key (team_id, id),
    check ((state = 'asked') = (decided_at is null)),
    check (state <> 'approved' or (decided_by is not null and decided_by <> requester_id)));
  create index approvals_open on approvals (team_id, asked_at desc, id desc) where state = 'asked';
  create index approvals_newest on approvals (team_id, asked_at desc, id desc);
  create index approvals_of_order on approvals (team_id, order_id) where order_id is not null;
  create index approvals_of_requester on approvals (team_id, requester_id, asked_at desc);
  ${fence('approvals')}

  create table delegations (
    team_id uuid not null references teams,
    id uuid not null,
    from_member uuid not null,
    to_member uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    made_by uuid,
    made_at timestamptz not null,
    primary key (team_id, id),
    check (from_member <> to_member),
    check (ends_at >= starts_at),
    foreign key (team_id, from_member) references members on delete cascade,
    foreign key (team_id, to_member) references members on delete cascade);
  create index delegations_running on delegations (team_id, ends_at);
  ${fence('delegations')}

  ${publish(
    'approvals',
    `select team_id, id, state, action, shop_id, order_id, buyer_id, conversation_id, amount_minor, currency, requester_kind,
       requester_id, decided_by, asked_at, decided_at from approvals`,
  )}
`;
