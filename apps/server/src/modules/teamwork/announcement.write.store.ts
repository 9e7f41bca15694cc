import type { teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import { run, type Tx } from '../../kernel/tx.ts';

export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly pictureIds: readonly string[];
  readonly audience: teamwork.AudienceShape;
  readonly mustConfirm: boolean;
  readonly urgent: boolean;
  readonly publishAt: Date;
  readonly expiresAt: Date | null;
  readonly version: number;
  readonly confirmFrom: number;
  readonly author: string | null;
  readonly at: Date;
}

const keepVersion = (tx: Tx, d: Draft) =>
  run(
    tx,
    sql`insert into announcement_versions (team_id, announcement_id, version, title, text, by_member, at)
        values (${tx.team}, ${d.id}, ${d.version}, ${d.title}, ${d.text}, ${d.author}, ${d.at})`,
  );

export async function insertAnnouncement(tx: Tx, d: Draft): Promise<void> {
  await run(
    tx,
    sql`insert into announcements (team_id, id, title, text, picture_ids, audience, must_confirm, urgent, publish_at,
          expires_at, author_id, made_at, changed_at)
        values (${tx.team}, ${d.id}, ${d.title}, ${d.text}, ${[...d.pictureIds]}::uuid[], ${JSON.stringify(d.audience)}::jsonb,
          ${d.mustConfirm}, ${d.urgent}, ${d.publishAt}, ${d.expiresAt}, ${d.author}, ${d.at}, ${d.at})`,
  );
  await keepVersion(tx, d);
}

/** Writes a new version; `author` is who writes it, who published first stays. */
export async function saveAnnouncement(tx: Tx, d: Draft): Promise<void> {
  await run(
    tx,
    sql`update announcements set title = ${d.title}, text = ${d.text}, picture_ids = ${[...d.pictureIds]}::uuid[],
          audience = ${JSON.stringify(d.audience)}::jsonb, must_confirm = ${d.mustConfirm}, urgent = ${d.urgent},
          publish_at = ${d.publishAt}, expires_at = ${d.expiresAt}, version = ${d.version}, confirm_from = ${d.confirmFrom},
          changed_at = ${d.at}
        where team_id = ${tx.team} and id = ${d.id}`,
  );
  await keepVersion(tx, d);
}

/** Marks it as published; false when it already was. */
export const markPublished = async (tx: Tx, id: string, at: Date): Promise<boolean> =>
  (
    await run(
      tx,
      sql`update announcements set published_at = ${at} where team_id = ${tx.team} and id = ${id}
            and published_at is null and withdrawn_at is null returning id`,
    )
  ).length > 0;

export const setWithdrawn = (tx: Tx, id: string, at: Date | null) =>
  run(
    tx,
    sql`update announcements set withdrawn_at = ${at}, changed_at = now() where team_id = ${tx.team} and id = ${id}`,
  );

/** Marks reading, and with `confirm` confirming, of a version; what was done first stays. */
export const markRead = (
  tx: Tx,
  mark: { id: string; member: string; confirm: boolean; version: number; from: number; at: Date },
) =>
  run(
    tx,
    sql`insert into announcement_reads as r (team_id, announcement_id, member_id, read_at, confirmed_at, version)
        values (${tx.team}, ${mark.id}, ${mark.member}, ${mark.at}, case when ${mark.confirm} then ${mark.at}::timestamptz end, ${mark.version})
        on conflict (team_id, announcement_id, member_id) do update set
          read_at = case when r.version >= ${mark.from} then coalesce(r.read_at, excluded.read_at) else excluded.read_at end,
          confirmed_at = case when r.version >= ${mark.from} then coalesce(r.confirmed_at, excluded.confirmed_at) else excluded.confirmed_at end,
          version = excluded.version`,
  );

export const markReminded = (tx: Tx, id: string, members: readonly string[], at: Date) =>
  run(
    tx,
    sql`insert into announcement_reads (team_id, announcement_id, member_id, reminded_at)
        select ${tx.team}, ${id}, m, ${at} from unnest(${[...members]}::uuid[]) m
        on conflict (team_id, announcement_id, member_id) do update set reminded_at = excluded.reminded_at`,
  );
