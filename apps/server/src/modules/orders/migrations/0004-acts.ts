import { fence } from '../../../kernel/migrate.ts';

/** Everything that was done to an order. A row is added, settled once, and never deleted. */
export const up = `
  create table order_acts (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    kind text not null,
    state text not null check (state in ('done', 'pending', 'failed', 'undone')),
    amount_minor bigint,
    currency text not null,
    reason text not null default '',
    params jsonb not null default '{}',
    actor_kind text not null,
    actor_id uuid,
    approval_id uuid,
    conversation_id uuid,
    at timestamptz not null,
    settled_at timestamptz,
    failure text,
    primary key (team_id, id),
    check ((state = 'pending') = (settled_at is null)),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index order_acts_order on order_acts (team_id, order_id, at desc, id desc);
  ${fence('order_acts')}
  revoke delete on order_acts from guitai_app;

  create table order_invoices (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    kind text not null check (kind in ('personal', 'company', 'special')),
    title text not null,
    tax_number text not null default '',
    email text not null default '',
    phone text not null default '',
    amount_minor bigint not null,
    state text not null check (state in ('requested', 'replaced')),
    at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create unique index order_invoices_current on order_invoices (team_id, order_id) where state = 'requested';
  ${fence('order_invoices')}

  create table order_appointments (
    team_id uuid not null,
    id uuid not null,
    order_id uuid not null,
    service text not null,
    date date not null,
    slot text not null,
    line_no int,
    note text not null default '',
    state text not null check (state in ('booked', 'called_off')),
    at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, order_id) references orders (team_id, id) on delete cascade);
  create index order_appointments_order on order_appointments (team_id, order_id);
  ${fence('order_appointments')}

  alter table orders add column urgent boolean not null default false;
  alter table orders add column handled_at timestamptz;
`;
