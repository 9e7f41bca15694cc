import { type RawBuilder, sql } from 'kysely';
import { first, run, type Tx } from '../../kernel/tx.ts';

const nowhere = sql`'00000000-0000-0000-0000-000000000000'::uuid`;

/** Up to which notice the person has read everything. */
export const markOf = (tx: Tx, member: string): RawBuilder<unknown> => sql`coalesce((
  select k.read_to from notice_read_marks k where k.team_id = ${tx.team} and k.member_id = ${member}), ${nowhere})`;

/** Whether a row, known as `r`, is read: itself, or by the mark of its reader, known as `k`. */
export const isRead = sql`(r.read_at is not null or (r.notice_id <= k.read_to and not r.kept))`;

/** The marks beside rows known as `r`. */
export const joinMark = sql`left join notice_read_marks k on k.team_id = r.team_id and k.member_id = r.member_id`;

/**
 * Moves the person's mark up to the last of their notices that is not beyond the one named: one row however many there are. `seq` is
 * the team's place in its log. Undefined when it is that far already.
 */
export const moveMark = (
  tx: Tx,
  member: string,
  to: { readonly upTo: string; readonly seq: number; readonly at: Date },
) =>
  first<{ readTo: string }>(
    tx,
    sql`insert into notice_read_marks as k (team_id, member_id, read_to, seq, at)
        select r.team_id, r.member_id, r.notice_id, ${to.seq}, ${to.at} from notice_readers r
        where r.team_id = ${tx.team} and r.member_id = ${member} and r.notice_id <= ${to.upTo}
        order by r.notice_id desc limit 1
        on conflict (team_id, member_id) do update set read_to = excluded.read_to, seq = excluded.seq, at = excluded.at,
          before_to = k.read_to, before_seq = k.seq, before_at = k.at where k.read_to < excluded.read_to
        returning read_to as "readTo"`,
  );

/** Takes the last move of the mark back, while it still stands there; whether it did. */
export async function takeBackMark(tx: Tx, member: string, to: string): Promise<boolean> {
  const mine = sql`team_id = ${tx.team} and member_id = ${member} and read_to = ${to}`;
  const gone = await run(
    tx,
    sql`delete from notice_read_marks where ${mine} and before_to is null returning member_id`,
  );
  const back = await run(
    tx,
    sql`update notice_read_marks set read_to = before_to, seq = before_seq, at = before_at, before_to = null, before_seq = null,
          before_at = null where ${mine} and before_to is not null returning member_id`,
  );
  return gone.length + back.length > 0;
}

/** What was given after its readers had set their marks, though under an earlier id, stays unread. */
export const keepLate = (
  tx: Tx,
  given: ReadonlyArray<{ readonly id: string; readonly seq: number }>,
) =>
  run(
    tx,
    sql`update notice_readers r set kept = true
        from json_to_recordset(${JSON.stringify(given)}::json) as g(id uuid, seq bigint), notice_read_marks k
        where r.team_id = ${tx.team} and r.notice_id = g.id and r.read_at is null and not r.kept
          and k.team_id = r.team_id and k.member_id = r.member_id and k.read_to >= r.notice_id and k.seq < g.seq`,
  );
