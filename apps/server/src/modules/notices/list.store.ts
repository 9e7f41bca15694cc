import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface NoticeRow {
  readonly id: string;
  readonly kind: string;
  readonly urgent: boolean;
  readonly shop_id: string | null;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly path: string;
  readonly params: Record<string, string | number>;
  readonly at: string;
  readonly read_at: string | null;
}

/** Whose notices, and which of them the person still has the right to see. */
export interface Reader {
  readonly member: string;
  readonly kinds: readonly string[];
  /** Kinds the person wants in the list only when urgent. */
  readonly muted: readonly string[];
  /** Null: every shop. */
  readonly shops: readonly string[] | null;
}

/** The rows of the reader, as far as the reader may see them. Every condition is on the row itself: the notice is read for those shown. */
const seen = (tx: Tx, { member, kinds, muted, shops }: Reader) => sql`
  r.team_id = ${tx.team} and r.member_id = ${member} and r.kind = any(${[...kinds]})
  and (r.urgent or r.kind <> all(${[...muted]}))
  and (${shops === null} or r.shop_id is null or r.shop_id = any(${[...(shops ?? [])]}::uuid[]))`;

/** Newest first. */
export const listNoticeRows = (
  tx: Tx,
  reader: Reader,
  wanted: { unread: boolean; after: string | null; limit: number },
) =>
  run<NoticeRow>(
    tx,
    sql`select n.id, n.kind, n.urgent, n.shop_id, n.subject_kind, n.subject_id, n.path, n.params,
               ${sql.raw(isoColumn('n.at'))} as at, ${sql.raw(isoColumn('r.read_at'))} as read_at
        from (select r.team_id, r.notice_id, r.read_at from notice_readers r where ${seen(tx, reader)}
            ${wanted.unread ? sql`and r.read_at is null` : sql``}
            ${wanted.after === null ? sql`` : sql`and r.notice_id < ${wanted.after}::uuid`}
          order by r.notice_id desc limit ${wanted.limit}) r
        join notices n on n.team_id = r.team_id and n.id = r.notice_id order by n.id desc`,
  );

/** Nobody reads a larger number on a bell: counting stops there. */
const mostCounted = 1000;

/** How many the reader has not read, up to a thousand. */
export const countUnread = async (tx: Tx, reader: Reader): Promise<number> =>
  (
    await first<{ unread: number }>(
      tx,
      sql`select count(*)::int as unread from (
            select from notice_readers r where ${seen(tx, reader)} and r.read_at is null limit ${mostCounted}) k`,
    )
  )?.unread ?? 0;
