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

/** What the reader may see; `n` is a notice, `k` the reader's mark on it. */
const seen = ({ member, kinds, muted, shops }: Reader) => sql`
  from notices_for(${member}::uuid) n
  cross join lateral (select (select m.read_at from notice_marks m
    where m.team_id = n.team_id and m.member_id = ${member} and m.notice_id = n.id) as read_at) k
  where n.kind = any(${[...kinds]})
    and (n.urgent or n.kind <> all(${[...muted]}))
    and (${shops === null} or n.shop_id is null or n.shop_id = any(${[...(shops ?? [])]}::uuid[]))`;

/** Newest first. */
export const listNoticeRows = (
  tx: Tx,
  reader: Reader,
  wanted: { unread: boolean; after: string | null; limit: number },
) =>
  run<NoticeRow>(
    tx,
    sql`select n.id, n.kind, n.urgent, n.shop_id, n.subject_kind, n.subject_id, n.path, n.params,
               ${sql.raw(isoColumn('n.at'))} as at, ${sql.raw(isoColumn('k.read_at'))} as read_at
        ${seen(reader)} and (not ${wanted.unread} or k.read_at is null)
          and (${wanted.after}::uuid is null or n.id < ${wanted.after}::uuid)
        order by n.id desc limit ${wanted.limit}`,
  );

/** How many the reader has not read. */
export const countUnread = async (tx: Tx, reader: Reader): Promise<number> =>
  (
    await first<{ unread: number }>(
      tx,
      sql`select count(*)::int as unread ${seen(reader)} and k.read_at is null`,
    )
  )?.unread ?? 0;
