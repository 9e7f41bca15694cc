import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

/** So many are named of what was marked: that is what can be taken back. */
const mostNamed = 1000;

/** Marks the reader's unread notices: those named and those up to one; names the newest of them. */
export const markRead = (
  tx: Tx,
  member: string,
  wanted: { ids: readonly string[]; upTo: string | null; at: Date },
) =>
  run<{ id: string }>(
    tx,
    sql`with marked as (update notice_readers r set read_at = ${wanted.at}
          where r.team_id = ${tx.team} and r.member_id = ${member} and r.read_at is null
            and (r.notice_id = any(${[...wanted.ids]}::uuid[]) or r.notice_id <= ${wanted.upTo}::uuid)
          returning r.notice_id)
        select notice_id as id from marked order by 1 desc limit ${mostNamed}`,
  );

export const markUnread = (tx: Tx, member: string, ids: readonly string[]) =>
  run<{ id: string }>(
    tx,
    sql`update notice_readers set read_at = null where team_id = ${tx.team} and member_id = ${member}
          and notice_id = any(${[...ids]}::uuid[]) and read_at is not null returning notice_id as id`,
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
      sql`select n.id from notices n join notice_readers r on r.team_id = n.team_id and r.notice_id = n.id
          where n.team_id = ${tx.team} and n.subject_kind = ${subject.kind} and n.subject_id = ${subject.id}
            and r.member_id = ${member} and r.read_at is null`,
    )
  ).map(({ id }) => id);
