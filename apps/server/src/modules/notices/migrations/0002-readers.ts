import { fence } from '../../../kernel/migrate.ts';

/**
 * One narrow row for each person a notice is for, written with the notice in one statement: a list and a badge are read from an index
 * that begins with the person, however many notices there are. It takes the place of the marks.
 */
export const up = `
  create table notice_readers (
    team_id uuid not null,
    member_id uuid not null,
    notice_id uuid not null,
    kind text not null,
    urgent boolean not null,
    shop_id uuid,
    read_at timestamptz,
    primary key (team_id, member_id, notice_id),
    foreign key (team_id, notice_id) references notices (team_id, id) on delete cascade,
    foreign key (team_id, member_id) references members (team_id, id) on delete cascade);
  create index notice_readers_notice on notice_readers (team_id, notice_id);
  create index notice_readers_unread on notice_readers (team_id, member_id, notice_id) include (kind, urgent, shop_id)
    where read_at is null;
  create index notice_readers_read on notice_readers (team_id, notice_id) where read_at is not null;
  ${fence('notice_readers')}
  create index notices_subject on notices (team_id, subject_kind, subject_id);
  do $$
    declare team uuid;
    begin
      for team in select team_id from teams_known loop
        perform set_config('guitai.team', team::text, true);
        insert into notice_readers (team_id, member_id, notice_id, kind, urgent, shop_id, read_at)
          select n.team_id, m.id, n.id, n.kind, n.urgent, n.shop_id, k.read_at
          from notices n cross join lateral unnest(n.recipients) w(person)
          join members m on m.team_id = n.team_id and m.id = w.person
          left join notice_marks k on k.team_id = n.team_id and k.notice_id = n.id and k.member_id = w.person
          where n.team_id = team on conflict do nothing;
      end loop;
      perform set_config('guitai.team', '', true);
    end $$;
  drop function notices_for(uuid);
  drop policy notices_owner on notices;
  drop index notices_recipients;
  drop table notice_marks;`;
