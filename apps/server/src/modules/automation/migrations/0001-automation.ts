import { fence } from '../../../kernel/migrate.ts';

/**
 * A run is the promise that a rule answers a happening once: its key is written with the effect. A run keeps its row after
 * ninety days without what it knew, so that the same happening, told again, is still the same.
 */
export const up = `
  create table automation_rules (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid not null,
    preset text,
    name text not null,
    position int not null,
    state text not null default 'off' check (state in ('on', 'paused', 'off')),
    -- What happened before it was switched on is none of its business.
    since timestamptz,
    stopped_at timestamptz,
    stopped_why text,
    stopped_detail text,
    version int not null default 1,
    trigger text not null,
    definition jsonb not null,
    updated_at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create unique index automation_rules_preset on automation_rules (team_id, shop_id, preset) where preset is not null;
  create index automation_rules_shop on automation_rules (team_id, shop_id, position);
  ${fence('automation_rules')}

  create table automation_versions (
    team_id uuid not null,
    rule_id uuid not null,
    version int not null,
    name text not null,
    definition jsonb not null,
    by_kind text not null,
    by_id uuid,
    at timestamptz not null,
    primary key (team_id, rule_id, version),
    foreign key (team_id, rule_id) references automation_rules (team_id, id) on delete cascade);
  ${fence('automation_versions', 'append')}

  create table automation_runs (
    team_id uuid not null,
    id uuid not null,
    rule_id uuid not null,
    shop_id uuid not null,
    version int not null,
    trigger text not null,
    subject_id uuid not null,
    episode text not null,
    happening text not null,
    position int not null,
    order_id uuid,
    conversation_id uuid,
    buyer_id uuid,
    message_id uuid,
    message_text text,
    mark text,
    -- Set when it matched: a rule answers an episode of an order or conversation once.
    round text not null default '',
    fired text,
    chain jsonb not null default '[]',
    happened_at timestamptz not null,
    due_at timestamptz not null,
    state text not null default 'planned' check (state in ('planned', 'done', 'not_matched', 'skipped', 'failed')),
    why text not null default '',
    facts jsonb not null default '{}',
    actions jsonb not null default '[]',
    decided_at timestamptz,
    sent_at timestamptz,
    replied_at timestamptz,
    converted_at timestamptz,
    reversed_at timestamptz,
    primary key (team_id, id),
    unique (team_id, rule_id, subject_id, episode),
    foreign key (team_id, rule_id) references automation_rules (team_id, id) on delete cascade,
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade,
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade)
    with (fillfactor = 80);
  create unique index automation_runs_fired on automation_runs (team_id, rule_id, subject_id, fired) where fired is not null;
  create index automation_runs_due on automation_runs (team_id, due_at, happening, position) where state = 'planned';
  create index automation_runs_shop on automation_runs (team_id, shop_id, happened_at desc, id desc);
  create index automation_runs_rule on automation_runs (team_id, rule_id, happened_at desc, id desc);
  create index automation_runs_order on automation_runs (team_id, order_id) where order_id is not null;
  create index automation_runs_conversation on automation_runs (team_id, conversation_id) where conversation_id is not null;
  create index automation_runs_old on automation_runs (team_id, decided_at) where state <> 'planned' and (facts <> '{}' or actions <> '[]');
  ${fence('automation_runs')}

  create table automation_counts (
    team_id uuid not null,
    rule_id uuid not null,
    variant text not null,
    what text not null,
    count bigint not null,
    primary key (team_id, rule_id, variant, what),
    foreign key (team_id, rule_id) references automation_rules (team_id, id) on delete cascade);
  ${fence('automation_counts')}

  create table automation_timers (
    team_id uuid not null,
    rule_id uuid not null,
    due_at timestamptz not null,
    primary key (team_id, rule_id),
    foreign key (team_id, rule_id) references automation_rules (team_id, id) on delete cascade);
  create index automation_timers_due on automation_timers (team_id, due_at);
  ${fence('automation_timers')}

  create table automation_talks (
    team_id uuid not null,
    conversation_id uuid not null,
    began text not null,
    primary key (team_id, conversation_id),
    foreign key (team_id, conversation_id) references conversations (team_id, id) on delete cascade);
  ${fence('automation_talks')}

  create table automation_lanes (
    team_id uuid not null,
    primary key (team_id));
  ${fence('automation_lanes')}
`;
