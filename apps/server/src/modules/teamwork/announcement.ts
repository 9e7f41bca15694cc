import type { InputOf, teamwork } from '@guitai/contract';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { pageOf, readCursor } from '../../kernel/cursor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { managedBy, mayPublish, shownAnnouncement, stateOf } from './announcement.shown.ts';
import { announcementOfId, listAnnouncementRows } from './announcement.store.ts';

/** Announcements for the reader; who publishes sees the scheduled and past ones too. */
export async function listAnnouncements(
  actor: MemberActor,
  tx: Tx,
  { view = 'current', cursor, limit = 20 }: InputOf<typeof teamwork.listAnnouncements>,
) {
  const name = `announcements ${view}`;
  const place = readCursor<[string, string]>(name, ['instant', 'id'], cursor);
  if (isRefusal(place)) return place;
  const who = { member: actor.member, manages: managedBy(actor) };
  const wanted = { view, after: place, limit: limit + 1, now: now() };
  const rows = await listAnnouncementRows(tx, who, wanted);
  const page = pageOf(name, rows, limit, (row) => [row.publish_at, row.id]);
  return {
    items: page.items.map((row) => shownAnnouncement(actor, row, now())),
    next: page.next,
  };
}

const me = (actor: StaffActor) => (actor.kind === 'member' ? actor.member : null);

/** The announcement when it is for the actor and out, or the actor manages it. */
export async function inSight(actor: StaffActor, tx: Tx, id: string) {
  const row = await announcementOfId(tx, id, me(actor));
  if (!row) return refuse('announcement.not_found');
  if (mayPublish(actor, row.audience)) return row;
  const out = row.is_for && ['published', 'expired'].includes(stateOf(row, now()));
  return out ? row : refuse('announcement.not_found');
}

export async function getAnnouncement(
  actor: MemberActor,
  tx: Tx,
  { announcementId }: InputOf<typeof teamwork.getAnnouncement>,
) {
  const row = await inSight(actor, tx, announcementId);
  return isRefusal(row) ? row : shownAnnouncement(actor, row, now());
}
