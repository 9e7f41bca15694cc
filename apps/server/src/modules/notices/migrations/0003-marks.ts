import { fence } from '../../../kernel/migrate.ts';

/**
 * All read is one row that says up to where, not a row a notice. `seq` is the team's place in its log then: what was given after it
 * under an earlier id is still unread. `kept` names what is unread although the mark is past it. What stood before the last move
 * stays beside it, to be taken back.
 */
export const up = `
  create table notice_read_marks (
    team_id uuid not null,
    member_id uuid not null,
    read_to uuid not null,
    seq bigint not null,
    at timestamptz not null,
    before_to uuid,
    before_seq bigint,
    before_at timestamptz,
    primary key (team_id, member_id),
    foreign key (team_id, member_id) references members (team_id, id) on delete cascade);
  ${fence('notice_read_marks')}
  alter table notice_readers add column kept boolean not null default false;
  create index notice_readers_kept on notice_readers (team_id, member_id, notice_id) include (kind, urgent, shop_id) where kept;`;
