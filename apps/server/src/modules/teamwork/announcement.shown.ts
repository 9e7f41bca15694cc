import type { teamwork } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { sightOf } from '../access/index.ts';
import type { AnnouncementRow } from './announcement.store.ts';

/** Shops whose announcements the actor manages: null, all; undefined, none. */
export function managedBy(actor: StaffActor): readonly string[] | null | undefined {
  const sight = sightOf(actor, 'announcements.publish');
  return sight ? sight.shops : undefined;
}

/** Whether the actor may publish to this audience: who leads some shops, to these only. */
export function mayPublish(actor: StaffActor, audience: teamwork.AudienceShape): boolean {
  const shops = managedBy(actor);
  if (shops === undefined) return false;
  if (shops === null) return true;
  return audience.kind === 'shops' && audience.shopIds.every((shop) => shops.includes(shop));
}

export function stateOf(row: AnnouncementRow, now: Date): teamwork.AnnouncementShape['state'] {
  if (row.withdrawn_at) return 'withdrawn';
  if (!row.published_at) return 'scheduled';
  return row.expires_at && new Date(row.expires_at) <= now ? 'expired' : 'published';
}

const acts = {
  scheduled: ['updateAnnouncement', 'withdrawAnnouncement'],
  published: ['updateAnnouncement', 'withdrawAnnouncement', 'listReceipts', 'remindReaders'],
  expired: ['updateAnnouncement', 'listReceipts'],
  withdrawn: ['republishAnnouncement', 'listReceipts'],
} as const;

/** An announcement as its readers, and those who manage it, get it. */
export function shownAnnouncement(
  actor: StaffActor,
  row: AnnouncementRow,
  now: Date,
): teamwork.AnnouncementShape {
  const manages = mayPublish(actor, row.audience);
  const state = stateOf(row, now);
  const fresh = (row.read_version ?? 0) >= row.confirm_from;
  return {
    id: row.id,
    title: row.title,
    text: row.text,
    pictureIds: row.picture_ids,
    audience: row.audience,
    mustConfirm: row.must_confirm,
    urgent: row.urgent,
    state,
    publishAt: row.published_at ?? row.publish_at,
    expiresAt: row.expires_at,
    version: row.version,
    author: { id: row.author_id, name: row.author_name ?? '' },
    changedAt: row.changed_at,
    readAt: fresh ? row.read_at : null,
    confirmedAt: fresh ? row.confirmed_at : null,
    readers: manages
      ? { all: row.readers_all, read: row.readers_read, confirmed: row.readers_confirmed }
      : null,
    can: [
      ...(manages ? acts[state] : []),
      ...(row.is_for && state === 'published' ? ['readAnnouncement'] : []),
    ],
  };
}
