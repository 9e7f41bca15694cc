import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface NewNotice {
  readonly id: string;
  readonly kind: string;
  readonly urgent: boolean;
  readonly shopId: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly path: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly key: string;
  readonly at: Date;
}

/** Whoever gives a notice under this key at the same moment waits for the one before. */
export const lockKey = (tx: Tx, key: string) =>
  run(tx, sql`select pg_advisory_xact_lock(hashtextextended(${`notice ${tx.team} ${key}`}, 0))`);

/**
 * Keeps the notice, and a row for each of those who have none under its key and are still here: one statement, however many.
 * Undefined when nobody is left.
 */
export const insertNotice = (tx: Tx, to: readonly string[], made: NewNotice) =>
  first<{ recipients: string[]; at: string }>(
    tx,
    sql`with made as (insert into notices (team_id, id, kind, urgent, shop_id, subject_kind, subject_id, path, params, key, recipients, at)
        select ${tx.team}, ${made.id}, ${made.kind}, ${made.urgent}, ${made.shopId}, ${made.subject.kind}, ${made.subject.id},
               ${made.path}, ${JSON.stringify(made.params)}::jsonb, ${made.key}, w.who, ${made.at}
        from (select array_agg(m.id) as who from published.members m
              where m.team_id = ${tx.team} and m.status = 'active' and m.id = any(${[...to]}::uuid[])
                and m.id <> all (select unnest(n.recipients) from notices n where n.team_id = ${tx.team} and n.key = ${made.key})) w
        where w.who is not null
        returning id, recipients, kind, urgent, shop_id, at),
        told as (insert into notice_readers (team_id, member_id, notice_id, kind, urgent, shop_id, kept)
          select ${tx.team}, w.who, id, kind, urgent, shop_id, coalesce(k.read_to >= id, false)
          from made cross join lateral unnest(recipients) as w(who)
          left join notice_read_marks k on k.team_id = ${tx.team} and k.member_id = w.who)
        select recipients, ${sql.raw(isoColumn('at'))} as at from made`,
  );

/** Deletes the notices of a kind about a thing. */
export const deleteAbout = (
  tx: Tx,
  kind: string,
  subject: { readonly kind: string; readonly id: string },
) =>
  run<{ id: string; recipients: string[] }>(
    tx,
    sql`delete from notices where team_id = ${tx.team} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
          and kind = ${kind} returning id, recipients`,
  );
