import { appRole, fence } from '../../../kernel/migrate.ts';

/**
 * Hot rows: a message updates its conversation in place (HOT), so no index may hold what a message changes.
 * `version` counts every change that the message pipeline's copy of the row must notice; read marks are not among them.
 * `messages.waiting_since` is the conversation's clock after that message: with it a list can be read as it stood a moment ago.
 * A message is never rewritten: the product may only mark it as recalled and move its card.
 */
export const up = `
  create table conversations (
    team_id uuid not null,
    id uuid not null,
    version int not null default 1,
    shop_id uuid not null,
    shop_name text not null,
    channel_id uuid not null,
    channel_kind text not null default 'web',
    buyer_id uuid not null,
    buyer_name text not null,
    state text not null check (state in ('open', 'pending', 'snoozed', 'resolved', 'spam')),
    assignee_id uuid,
    waiting_since timestamptz,
    snoozed_until timestamptz,
    snoozed_for_order boolean not null default false,
    last_seq int not null default 0,
    last_text text not null default '',
    last_kind text,
    last_author_kind text,
    last_at timestamptz not null,
    reply_seq int not null default 0,
    reply_by uuid,
    inbound int not null default 0,
    outbound int not null default 0,
    buyer_read_seq int not null default 0,
    buyer_read_outbound int not null default 0,
    staff_read_seq int not null default 0,
    blocked boolean not null default false,
    previous_id uuid,
    opened_at timestamptz not null,
    resolved_at timestamptz,
    page json,
    primary key (team_id, id),
    check ((state = 'resolved') = (resolved_at is not null)),
    foreign key (team_id, shop_id) references shops,
    foreign key (team_id, channel_id) references web_channels,
    foreign key (team_id, buyer_id) references buyers,
    foreign key (team_id, assignee_id) references members,
    foreign key (team_id, previous_id) references conversations)
    with (fillfactor = 70);
  create unique index conversations_live_one on conversations (team_id, channel_id, buyer_id)
    where state in ('open', 'pending', 'snoozed');
  create index conversations_live on conversations (team_id, state, assignee_id)
    where state in ('open', 'pending', 'snoozed', 'spam');
  create index conversations_resolved on conversations (team_id, resolved_at, id) where state = 'resolved';
  create index conversations_buyer on conversations (team_id, buyer_id, opened_at);
  create index conversations_previous on conversations (team_id, previous_id) where previous_id is not null;
  ${fence('conversations')}

  create table messages (
    team_id uuid not null,
    conversation_id uuid not null,
    seq int not null,
    id uuid not null,
    kind text not null,
    author_kind text not null,
    author_id uuid,
    author_name text not null,
    text text not null,
    card json,
    file json,
    line json,
    client_key text,
    at timestamptz not null,
    waiting_since timestamptz,
    inbound int not null,
    outbound int not null,
    hidden boolean not null default false,
    recalled_at timestamptz,
    primary key (team_id, id),
    unique (team_id, conversation_id, seq));
  ${fence('messages', 'append')}
  grant update (recalled_at, card) on messages to ${appRole};

  create table read_marks (
    team_id uuid not null,
    conversation_id uuid not null,
    member_id uuid not null,
    seq int not null,
    inbound int not null,
    at timestamptz not null,
    primary key (team_id, conversation_id, member_id),
    foreign key (team_id, conversation_id) references conversations);
  ${fence('read_marks')}

  create table drafts (
    team_id uuid not null,
    member_id uuid not null,
    conversation_id uuid not null,
    kind text not null check (kind in ('reply', 'note')),
    text text not null,
    at timestamptz not null,
    primary key (team_id, member_id, conversation_id, kind),
    foreign key (team_id, conversation_id) references conversations);
  ${fence('drafts')}

  create table chat_files (
    team_id uuid not null,
    id uuid not null,
    conversation_id uuid,
    channel_id uuid,
    message_id uuid,
    uploader_kind text not null,
    uploader_id uuid,
    name text not null,
    mime text not null,
    size bigint not null,
    width int,
    height int,
    key text not null,
    thumbnail_key text,
    at timestamptz not null,
    removed_at timestamptz,
    primary key (team_id, id));
  create index chat_files_message on chat_files (team_id, message_id) where message_id is not null;
  create index chat_files_loose on chat_files (team_id, at) where message_id is null and removed_at is null;
  ${fence('chat_files')}

  create table presence (
    team_id uuid not null,
    member_id uuid not null,
    chosen text not null default 'online' check (chosen in ('online', 'away')),
    live_until timestamptz not null default '-infinity',
    idle_since timestamptz not null default now(),
    primary key (team_id, member_id),
    foreign key (team_id, member_id) references members);
  ${fence('presence')}
`;
