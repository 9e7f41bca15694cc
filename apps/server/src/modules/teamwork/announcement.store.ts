import type { teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import { isoColumn } from '../../kernel/events.ts';
import { first, run, type Tx } from '../../kernel/tx.ts';

export interface AnnouncementRow {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly picture_ids: string[];
  readonly audience: teamwork.AudienceShape;
  readonly must_confirm: boolean;
  readonly urgent: boolean;
  readonly publish_at: string;
  readonly published_at: string | null;
  readonly expires_at: string | null;
  readonly withdrawn_at: string | null;
  readonly version: number;
  readonly confirm_from: number;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly changed_at: string;
  readonly read_at: string | null;
  readonly confirmed_at: string | null;
  readonly read_version: number | null;
  readonly is_for: boolean;
  readonly readers_all: number;
  readonly readers_read: number;
  readonly readers_confirmed: number;
}

const iso = (column: string) => sql.raw(`${isoColumn(`a.${column}`)} as ${column}`);

/** Whether announcement `a` is for member `m`. */
const isFor = sql`m.status = 'active' and m.id is distinct from a.author_id and case a.audience ->> 'kind'
  when 'roles' then m.role = any(select jsonb_array_elements_text(a.audience -> 'roles'))
  when 'shops' then m.shop_ids is null or m.shop_ids && array(select jsonb_array_elements_text(a.audience -> 'shopIds')::uuid)
  else true end`;

const readers = sql`select count(*)::int as n, count(*) filter (where x.read_at is not null and x.version >= a.confirm_from)::int as read,
    count(*) filter (where x.confirmed_at is not null and x.version >= a.confirm_from)::int as confirmed
  from published.members m left join announcement_reads x
    on x.team_id = m.team_id and x.announcement_id = a.id and x.member_id = m.id
  where m.team_id = a.team_id and ${isFor}`;

const rows = (member: string | null) => sql`
  select a.id, a.title, a.text, a.picture_ids, a.audience, a.must_confirm, a.urgent, ${iso('publish_at')}, ${iso('published_at')},
    ${iso('expires_at')}, ${iso('withdrawn_at')}, a.version, a.confirm_from, a.author_id, ${iso('changed_at')},
    (select n.name from published.members n where n.team_id = a.team_id and n.id = a.author_id) as author_name,
    ${sql.raw(isoColumn('r.read_at'))} as read_at, ${sql.raw(isoColumn('r.confirmed_at'))} as confirmed_at, r.version as read_version,
    exists (select from published.members m where m.team_id = a.team_id and m.id = ${member} and ${isFor}) as is_for,
    c.n as readers_all, c.read as readers_read, c.confirmed as readers_confirmed
  from announcements a left join announcement_reads r on r.team_id = a.team_id and r.announcement_id = a.id and r.member_id = ${member}
  cross join lateral (${readers}) c`;

export const announcementOfId = (tx: Tx, id: string, member: string | null) =>
  first<AnnouncementRow>(tx, sql`${rows(member)} where a.team_id = ${tx.team} and a.id = ${id}`);

/** Held until the transaction ends. */
export async function lockAnnouncement(tx: Tx, id: string, member: string | null) {
  await run(
    tx,
    sql`select 1 from announcements where team_id = ${tx.team} and id = ${id} for update`,
  );
  return announcementOfId(tx, id, member);
}

export type AnnouncementView = 'current' | 'unconfirmed' | 'scheduled' | 'past';

const isCurrent = (now: Date) =>
  sql`a.published_at is not null and a.withdrawn_at is null and (a.expires_at is null or a.expires_at > ${now})`;

const views = (now: Date) => ({
  current: isCurrent(now),
  unconfirmed: sql`${isCurrent(now)} and a.must_confirm and (r.confirmed_at is null or r.version < a.confirm_from)`,
  scheduled: sql`a.published_at is null and a.withdrawn_at is null`,
  past: sql`(a.withdrawn_at is not null or a.expires_at <= ${now})`,
});

/** Newest first; `manages`: shops whose announcements the reader manages, null for all, undefined for none. */
export const listAnnouncementRows = (
  tx: Tx,
  who: { member: string | null; manages: readonly string[] | null | undefined },
  wanted: {
    view: AnnouncementView;
    after: readonly [string, string] | null;
    limit: number;
    now: Date;
  },
) => {
  const mine = sql`exists (select from published.members m where m.team_id = a.team_id and m.id = ${who.member} and ${isFor})`;
  const managed =
    who.manages === undefined
      ? sql`false`
      : who.manages === null
        ? sql`true`
        : sql`(a.author_id = ${who.member} or (a.audience ->> 'kind' = 'shops'
            and array(select jsonb_array_elements_text(a.audience -> 'shopIds')::uuid) <@ ${[...who.manages]}::uuid[]))`;
  const seen =
    wanted.view === 'unconfirmed'
      ? mine
      : wanted.view === 'current'
        ? sql`(${mine} or ${managed})`
        : managed;
  const page = wanted.after
    ? sql`(date_trunc('milliseconds', a.publish_at), a.id) < (${wanted.after[0]}::timestamptz, ${wanted.after[1]}::uuid)`
    : sql`true`;
  return run<AnnouncementRow>(
    tx,
    sql`${rows(who.member)} where a.team_id = ${tx.team} and ${views(wanted.now)[wanted.view]} and ${seen} and ${page}
        order by date_trunc('milliseconds', a.publish_at) desc, a.id desc limit ${wanted.limit}`,
  );
};

/** Members it is for. */
export const readersOf = async (tx: Tx, id: string): Promise<string[]> =>
  (
    await run<{ id: string }>(
      tx,
      sql`select m.id from announcements a join published.members m on m.team_id = a.team_id
          where a.team_id = ${tx.team} and a.id = ${id} and ${isFor} order by m.id`,
    )
  ).map((row) => row.id);

export interface ReceiptRow {
  readonly memberId: string;
  readonly name: string;
  readonly readAt: string | null;
  readonly confirmedAt: string | null;
  readonly remindedAt: string | null;
}

/** Everybody it is for: who has not done their part first. What was read before it had to be read anew does not count. */
export const receiptsOf = (tx: Tx, id: string) =>
  run<ReceiptRow>(
    tx,
    sql`select m.id as "memberId", m.name,
          case when x.version >= a.confirm_from then ${sql.raw(isoColumn('x.read_at'))} end as "readAt",
          case when x.version >= a.confirm_from then ${sql.raw(isoColumn('x.confirmed_at'))} end as "confirmedAt",
          ${sql.raw(isoColumn('x.reminded_at'))} as "remindedAt"
        from announcements a join published.members m on m.team_id = a.team_id
        left join announcement_reads x on x.team_id = m.team_id and x.announcement_id = a.id and x.member_id = m.id
        where a.team_id = ${tx.team} and a.id = ${id} and ${isFor}
        order by (x.confirmed_at is not null and x.version >= a.confirm_from),
          (x.read_at is not null and x.version >= a.confirm_from), m.name, m.id`,
  );
