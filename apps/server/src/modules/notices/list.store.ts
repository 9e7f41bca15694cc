import { type RawBuilder, sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';
import { isRead, joinMark, markOf } from './mark.store.ts';

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

interface Page {
  readonly after: string | null;
  readonly limit: number;
}

/** A page of rows, the newest first; each way of being unread is read from its own index. */
const some = (tx: Tx, reader: Reader, { after, limit }: Page, narrower: RawBuilder<unknown>) => sql`
  (select r.team_id, r.member_id, r.notice_id, r.read_at, r.kept from notice_readers r where ${seen(tx, reader)} ${narrower}
    ${after === null ? sql`` : sql`and r.notice_id < ${after}::uuid`} order by r.notice_id desc limit ${limit})`;

const beyondMark = (tx: Tx, { member }: Reader) =>
  sql`and r.read_at is null and r.notice_id > ${markOf(tx, member)}`;

const keptBehind = (tx: Tx, { member }: Reader) =>
  sql`and r.kept and r.notice_id <= ${markOf(tx, member)}`;

const unreadRows = (tx: Tx, reader: Reader, page: Page) => sql`
  ${some(tx, reader, page, beyondMark(tx, reader))} union all ${some(tx, reader, page, keptBehind(tx, reader))}`;

/** Newest first. */
export const listNoticeRows = (
  tx: Tx,
  reader: Reader,
  { unread, ...page }: Page & { readonly unread: boolean },
) =>
  run<NoticeRow>(
    tx,
    sql`select n.id, n.kind, n.urgent, n.shop_id, n.subject_kind, n.subject_id, n.path, n.params,
               ${sql.raw(isoColumn('n.at'))} as at,
               ${sql.raw(isoColumn('r.read'))} as read_at
        from (select r.*, case when ${isRead} then coalesce(r.read_at, k.at) end as read
          from (${unread ? unreadRows(tx, reader, page) : some(tx, reader, page, sql``)}) r ${joinMark}) r
        join notices n on n.team_id = r.team_id and n.id = r.notice_id order by n.id desc limit ${page.limit}`,
  );

/** Nobody reads a larger number on a bell: counting stops there. */
const mostCounted = 1000;

/** How many the reader has not read, up to a thousand. */
export const countUnread = async (tx: Tx, reader: Reader): Promise<number> =>
  (
    await first<{ unread: number }>(
      tx,
      sql`select count(*)::int as unread from (
            select from (${unreadRows(tx, reader, { after: null, limit: mostCounted })}) r limit ${mostCounted}) c`,
    )
  )?.unread ?? 0;
