import { fence } from '../../../kernel/migrate.ts';

/** The audit log: rows are only ever added; the head row orders the chain of a team. */
export const up = `
  create table audit_entries (
    team_id uuid not null,
    seq bigint not null,
    at timestamptz not null,
    actor_kind text not null,
    actor_id uuid,
    action text not null,
    subject_kind text,
    subject_id text,
    outcome text not null check (outcome in ('done', 'refused')),
    reason text,
    before text,
    after text,
    shop_id uuid,
    address text,
    device text,
    hash bytea not null,
    primary key (team_id, seq));
  create index audit_entries_action on audit_entries (team_id, action text_pattern_ops, seq);
  create index audit_entries_actor on audit_entries (team_id, actor_id, seq) where actor_id is not null;
  create index audit_entries_subject on audit_entries (team_id, subject_id, seq) where subject_id is not null;
  create index audit_entries_at on audit_entries (team_id, at);
  ${fence('audit_entries', 'append')}
  create table audit_heads (
    team_id uuid primary key,
    seq bigint not null default 0,
    hash bytea not null default '\\x');
  ${fence('audit_heads')}
`;
