import type { InputOf, teamwork } from '@guitai/contract';
import { sql } from 'kysely';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit, isoColumn } from '../../kernel/events.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { run, type Tx } from '../../kernel/tx.ts';
import { clearNotices } from '../notices/index.ts';
import { reachManaged, tellReaders } from './announcement.publish.ts';
import { shownAnnouncement } from './announcement.shown.ts';
import { announcementOfId, lockAnnouncement, receiptsOf } from './announcement.store.ts';
import { inSight } from './announcement.ts';
import { markRead, markReminded } from './announcement.write.store.ts';
import { announcementRead } from './events.ts';

/** Reading, or confirming, the version one saw; the first time counts, and the bell is quiet about it from then on. */
export async function readAnnouncement(
  actor: MemberActor,
  tx: Tx,
  { announcementId: id, confirm, version }: InputOf<typeof teamwork.readAnnouncement>,
) {
  const row = await lockAnnouncement(tx, id, actor.member);
  if (!row?.is_for || !row.published_at || row.withdrawn_at)
    return refuse('announcement.not_found');
  if (confirm && version < row.confirm_from) return refuse('announcement.changed_meanwhile');
  const mark = {
    id,
    member: actor.member,
    confirm,
    version: row.version,
    from: row.confirm_from,
    at: now(),
  };
  await markRead(tx, mark);
  await clearNotices(actor, tx, { kind: 'announcement', id });
  emit(tx, announcementRead, { subject: id, actor, data: { announcementId: id } });
  const after = await announcementOfId(tx, id, actor.member);
  return after ? shownAnnouncement(actor, after, now()) : refuse('announcement.not_found');
}

type Named = { readonly announcementId: string };

export async function listReceipts(actor: StaffActor, tx: Tx, { announcementId }: Named) {
  const row = await inSight(actor, tx, announcementId);
  if (isRefusal(row)) return row;
  if (shownAnnouncement(actor, row, now()).readers === null)
    return refuse('announcement.not_found');
  return { items: await receiptsOf(tx, announcementId) };
}

/** A notice to everybody whose part is still to do; pressed twice within a minute it is one. */
export async function remindReaders(actor: StaffActor, tx: Tx, { announcementId: id }: Named) {
  const row = await reachManaged(actor, tx, id);
  if (isRefusal(row)) return row;
  if (!row.published_at || row.withdrawn_at) return refuse('announcement.not_found');
  const receipts = await receiptsOf(tx, id);
  const missing = receipts
    .filter(({ readAt, confirmedAt }) => (row.must_confirm ? !confirmedAt : !readAt))
    .map(({ memberId }) => memberId);
  const minute = Math.floor(now().getTime() / 60_000);
  await markReminded(tx, id, missing, now());
  await tellReaders(tx, row, missing, `reminder ${minute}`);
  return { reminded: missing.length };
}

interface Version {
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly byName: string;
  readonly at: string;
}

export async function listAnnouncementVersions(
  actor: MemberActor,
  tx: Tx,
  { announcementId }: Named,
) {
  const row = await inSight(actor, tx, announcementId);
  if (isRefusal(row)) return row;
  const items = await run<Version>(
    tx,
    sql`select v.version, v.title, v.text, coalesce(m.name, '') as "byName", ${sql.raw(isoColumn('v.at'))} as at
        from announcement_versions v left join published.members m on m.team_id = v.team_id and m.id = v.by_member
        where v.team_id = ${tx.team} and v.announcement_id = ${announcementId} order by v.version desc`,
  );
  return { items };
}
