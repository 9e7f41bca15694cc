import { fence, publish } from '../../../kernel/migrate.ts';

/** Tasks. Links go to things of other modules and name them only: what is gone is shown as gone. */
export const up = `
  create table tasks (
    team_id uuid not null,
    id uuid not null,
    shop_id uuid,
    title text not null,
    body text not null default '',
    state text not null default 'open' check (state in ('open', 'doing', 'done', 'cancelled')),
    priority text not null default 'normal' check (priority in ('normal', 'high')),
    due_at timestamptz,
    remind_minutes int,
    repeat jsonb,
    buyer_id uuid,
    order_id uuid,
    conversation_id uuid,
    case_id uuid,
    parcel_id uuid,
    review_id uuid,
    promise_id uuid,
    source_kind text,
    source_id text,
    maker_kind text not null,
    maker_id uuid,
    version int not null default 1,
    made_at timestamptz not null,
    changed_at timestamptz not null,
    settled_at timestamptz,
    primary key (team_id, id),
    foreign key (team_id, shop_id) references shops (team_id, id) on delete cascade);
  create unique index tasks_source on tasks (team_id, source_kind, source_id) where source_kind is not null;
  create index tasks_due on tasks (team_id, coalesce(due_at, 'infinity'), id) where state in ('open', 'doing');
  create index tasks_settled on tasks (team_id, settled_at desc, id desc) where settled_at is not null;
  create index tasks_maker on tasks (team_id, maker_id, id) where maker_id is not null;
  create index tasks_buyer on tasks (team_id, buyer_id) where buyer_id is not null;
  create index tasks_order on tasks (team_id, order_id) where order_id is not null;
  create index tasks_conversation on tasks (team_id, conversation_id) where conversation_id is not null;
  create index tasks_shop on tasks (team_id, shop_id) where shop_id is not null;
  ${fence('tasks')}

  create table task_assignees (
    team_id uuid not null,
    task_id uuid not null,
    member_id uuid not null,
    pending boolean not null default true,
    primary key (team_id, task_id, member_id),
    foreign key (team_id, task_id) references tasks (team_id, id) on delete cascade,
    foreign key (team_id, member_id) references members (team_id, id) on delete cascade);
  create index task_assignees_pending on task_assignees (team_id, member_id, task_id) where pending;
  create index task_assignees_settled on task_assignees (team_id, member_id, task_id) where not pending;
  ${fence('task_assignees')}

  create table task_items (
    team_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    text text not null,
    done_at timestamptz,
    done_by uuid,
    primary key (team_id, id),
    foreign key (team_id, task_id) references tasks (team_id, id) on delete cascade);
  create index task_items_task on task_items (team_id, task_id, id);
  ${fence('task_items')}

  create table task_entries (
    team_id uuid not null,
    id uuid not null,
    task_id uuid not null,
    kind text not null,
    actor_kind text not null,
    actor_id uuid,
    text text not null default '',
    mentions uuid[] not null default '{}',
    data jsonb not null default '{}',
    at timestamptz not null,
    primary key (team_id, id),
    foreign key (team_id, task_id) references tasks (team_id, id) on delete cascade);
  create index task_entries_task on task_entries (team_id, task_id, id);
  ${fence('task_entries')}

  ${publish(
    'tasks',
    `select team_id, id, shop_id, title, state, priority, due_at, buyer_id, order_id, conversation_id, case_id, made_at, settled_at from tasks`,
  )}`;
