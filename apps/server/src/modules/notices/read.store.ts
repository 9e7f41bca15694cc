import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** Marks the reader's unread notices: those named and those up to one; returns which. */
export const insertMarks = (
  tx: Tx,
  member: string,
  wanted: { ids: readonly string[]; upTo: string | null; at: Date },
) =>
  run<{ id: string }>(
    tx,
    sql`insert into notice_marks (team_id, member_id, notice_id, read_at)
        select n.team_id, ${member}, n.id, ${wanted.at} from notices_for(${member}::uuid) n
        where n.team_id = ${tx.team} and (n.id = any(${[...wanted.ids]}::uuid[]) or n.id <= ${wanted.upTo}::uuid)
          and not exists (select from notice_marks k where k.team_id = n.team_id and k.member_id = ${member} and k.notice_id = n.id)
        on conflict do nothing returning notice_id as id`,
  );

export const deleteMarks = (tx: Tx, member: string, ids: readonly string[]) =>
  run<{ id: string }>(
    tx,
    sql`delete from notice_marks where team_id = ${tx.team} and member_id = ${member}
          and notice_id = any(${[...ids]}::uuid[]) returning notice_id as id`,
  );

/** The person's unread notices about a thing. */
export const unreadAbout = async (
  tx: Tx,
  member: string,
  subject: { readonly kind: string; readonly id: string },
): Promise<string[]> =>
  (
    await run<{ id: string }>(
      tx,
      sql`select n.id from notices_for(${member}::uuid) n
          where n.subject_kind = ${subject.kind} and n.subject_id = ${subject.id} and not exists (
            select from notice_marks k where k.team_id = n.team_id and k.member_id = ${member} and k.notice_id = n.id)`,
    )
  ).map(({ id }) => id);
