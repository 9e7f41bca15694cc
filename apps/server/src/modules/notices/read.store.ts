import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';
import { isRead, joinMark, markOf } from './mark.store.ts';

interface Named {
  readonly id: string;
}

/** Marks those of the reader's notices that are named and unread. */
export const markRead = (tx: Tx, member: string, ids: readonly string[], at: Date) =>
  run<Named>(
    tx,
    sql`update notice_readers r set read_at = ${at}, kept = false
        where r.team_id = ${tx.team} and r.member_id = ${member} and r.notice_id = any(${[...ids]}::uuid[])
          and r.read_at is null and (r.kept or r.notice_id > ${markOf(tx, member)})
        returning r.notice_id as id`,
  );

/** Marks those up to one that were unread although the mark was past them. */
export const markKept = (tx: Tx, member: string, upTo: string, at: Date) =>
  run<Named>(
    tx,
    sql`update notice_readers r set read_at = ${at}, kept = false
        where r.team_id = ${tx.team} and r.member_id = ${member} and r.kept and r.notice_id <= ${upTo}
        returning r.notice_id as id`,
  );

export const markUnread = (tx: Tx, member: string, ids: readonly string[]) =>
  run<Named>(
    tx,
    sql`update notice_readers r set read_at = null, kept = r.notice_id <= ${markOf(tx, member)}
        where r.team_id = ${tx.team} and r.member_id = ${member} and r.notice_id = any(${[...ids]}::uuid[])
          and (r.read_at is not null or (not r.kept and r.notice_id <= ${markOf(tx, member)}))
        returning r.notice_id as id`,
  );

/** The person's unread notices about a thing. */
export const unreadAbout = async (
  tx: Tx,
  member: string,
  subject: { readonly kind: string; readonly id: string },
): Promise<string[]> =>
  (
    await run<Named>(
      tx,
      sql`select n.id from notices n join notice_readers r on r.team_id = n.team_id and r.notice_id = n.id ${joinMark}
          where n.team_id = ${tx.team} and n.subject_kind = ${subject.kind} and n.subject_id = ${subject.id}
            and r.member_id = ${member} and ${isRead} is not true`,
    )
  ).map(({ id }) => id);
