import { Id, type InputOf, Instant, Type, type teamwork } from '@guitai/contract';
import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import { newId } from '../../kernel/ids.ts';
import { defineJob, enqueue, unqueue } from '../../kernel/jobs.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { notify } from '../notices/index.ts';
import { mayPublish, shownAnnouncement } from './announcement.shown.ts';
import {
  type AnnouncementRow,
  announcementOfId,
  lockAnnouncement,
  readersOf,
} from './announcement.store.ts';
import {
  type Draft,
  insertAnnouncement,
  markPublished,
  saveAnnouncement,
  setWithdrawn,
} from './announcement.write.store.ts';
import { announcementChanged, announcementPublished } from './events.ts';
import { planSweep } from './picture.jobs.ts';
import { takePictures } from './picture.store.ts';

type Written = Omit<
  InputOf<typeof teamwork.updateAnnouncement>,
  'announcementId' | 'version' | 'again'
>;

const author = (actor: StaffActor) => (actor.kind === 'member' ? actor.member : null);

/** Why it may not stand so; null when it may. A moment gone by means at once. */
async function fault(actor: StaffActor, tx: Tx, input: Written) {
  if (!mayPublish(actor, input.audience)) return refuse('announcement.audience_too_wide');
  const begins = Math.max(now().getTime(), input.publishAt ? Date.parse(input.publishAt) : 0);
  if (input.expiresAt && Date.parse(input.expiresAt) <= begins)
    return refuse('announcement.times_invalid');
  const pictures = await takePictures(tx, input.pictureIds ?? []);
  return pictures ? null : refuse('announcement.picture_refused', { limitMb: 10 });
}

const draftOf = (
  input: Written,
  rest: Pick<Draft, 'id' | 'version' | 'confirmFrom' | 'author'>,
): Draft => ({
  ...rest,
  title: input.title,
  text: input.text,
  pictureIds: input.pictureIds ?? [],
  audience: input.audience,
  mustConfirm: input.mustConfirm,
  urgent: input.urgent ?? false,
  publishAt: input.publishAt ? new Date(input.publishAt) : now(),
  expiresAt: input.expiresAt ? new Date(input.expiresAt) : null,
  at: now(),
});

const said = (actor: TeamActor, tx: Tx, id: string, event: typeof announcementChanged) =>
  emit(tx, event, { subject: id, actor, data: { announcementId: id } });

/** Tells its readers; `key` keeps one telling apart from the next. */
export const tellReaders = (
  tx: Tx,
  row: Pick<AnnouncementRow, 'id' | 'title' | 'urgent'>,
  to: readonly string[],
  key: string,
) =>
  notify(tx, {
    to,
    kind: 'announcement',
    urgent: row.urgent,
    shopId: null,
    subject: { kind: 'announcement', id: row.id },
    path: `/announcements/${row.id}`,
    params: { title: row.title },
    key: `announcement ${row.id} ${key}`,
  });

/** Makes it public, once. */
async function publish(actor: TeamActor, tx: Tx, id: string): Promise<void> {
  if (!(await markPublished(tx, id, now()))) return;
  const row = await announcementOfId(tx, id, null);
  if (row) await tellReaders(tx, row, await readersOf(tx, id), 'published');
  said(actor, tx, id, announcementPublished);
}

export const publishDue = defineJob(
  'teamwork.publish',
  Type.Object({ announcementId: Id, publishAt: Instant }),
  async (actor, tx, { announcementId, publishAt }) => {
    const row = await lockAnnouncement(tx, announcementId, null);
    if (row && row.publish_at === publishAt && Date.parse(publishAt) <= now().getTime())
      await publish(actor, tx, announcementId);
  },
);

const keyOf = (id: string) => `teamwork.publish ${id}`;

/** Publishes now, or plans to. */
async function plan(actor: TeamActor, tx: Tx, draft: Draft): Promise<void> {
  if (draft.publishAt <= now()) {
    await unqueue(tx, keyOf(draft.id));
    return publish(actor, tx, draft.id);
  }
  const payload = { announcementId: draft.id, publishAt: draft.publishAt.toISOString() };
  await enqueue(tx, publishDue, payload, { runAt: draft.publishAt, key: keyOf(draft.id) });
}

async function shown(actor: StaffActor, tx: Tx, id: string) {
  const row = await announcementOfId(tx, id, author(actor));
  if (!row) throw new Error('an announcement vanished');
  return shownAnnouncement(actor, row, now());
}

const onRecord = (actor: StaffActor, tx: Tx, action: string, { id, ...draft }: Draft) =>
  record(tx, actor, {
    action,
    subject: { kind: 'announcement', id },
    after: { title: draft.title, audience: draft.audience, version: draft.version },
  });

export async function createAnnouncement(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof teamwork.createAnnouncement>,
) {
  const why = await fault(actor, tx, input);
  if (why) return why;
  const draft = draftOf(input, { id: newId(), version: 1, confirmFrom: 1, author: author(actor) });
  await insertAnnouncement(tx, draft);
  if ((await readersOf(tx, draft.id)).length === 0) return refuse('announcement.audience_empty');
  onRecord(actor, tx, 'announcement.created', draft);
  await plan(actor, tx, draft);
  return shown(actor, tx, draft.id);
}

/** The announcement, locked, when the actor manages it. */
export async function reachManaged(actor: StaffActor, tx: Tx, id: string) {
  const row = await lockAnnouncement(tx, id, author(actor));
  return row && mayPublish(actor, row.audience) ? row : refuse('announcement.not_found');
}

/** A new version. Who was told stays told; with `again` all read and confirm anew and are told anew. */
export async function updateAnnouncement(
  actor: StaffActor,
  tx: Tx,
  {
    announcementId: id,
    version,
    again = false,
    ...input
  }: InputOf<typeof teamwork.updateAnnouncement>,
) {
  const row = await reachManaged(actor, tx, id);
  if (isRefusal(row)) return row;
  if (row.version !== version) return refuse('announcement.changed_meanwhile');
  if (row.withdrawn_at) return refuse('announcement.withdrawn');
  const publishAt = row.published_at ?? input.publishAt ?? null;
  const why = await fault(actor, tx, { ...input, publishAt });
  if (why) return why;
  const next = version + 1;
  const confirmFrom = again ? next : row.confirm_from;
  const draft = draftOf(
    { ...input, publishAt },
    { id, version: next, confirmFrom, author: author(actor) },
  );
  await saveAnnouncement(tx, draft);
  if (row.picture_ids.length > 0) await planSweep(tx);
  const readers = await readersOf(tx, id);
  if (readers.length === 0) return refuse('announcement.audience_empty');
  onRecord(actor, tx, 'announcement.changed', draft);
  said(actor, tx, id, announcementChanged);
  if (!row.published_at) await plan(actor, tx, draft);
  else await tellReaders(tx, draft, readers, again ? `version ${next}` : 'published');
  return shown(actor, tx, id);
}

async function setOut(actor: StaffActor, tx: Tx, id: string, withdrawn: boolean) {
  const row = await reachManaged(actor, tx, id);
  if (isRefusal(row)) return row;
  if ((row.withdrawn_at !== null) === withdrawn) return shown(actor, tx, id);
  await setWithdrawn(tx, id, withdrawn ? now() : null);
  const action = withdrawn ? 'announcement.withdrawn' : 'announcement.republished';
  record(tx, actor, { action, subject: { kind: 'announcement', id }, after: { title: row.title } });
  said(actor, tx, id, announcementChanged);
  if (!withdrawn && !row.published_at && Date.parse(row.publish_at) <= now().getTime())
    await publish(actor, tx, id);
  return shown(actor, tx, id);
}

type Named = { readonly announcementId: string };

export const withdrawAnnouncement = (actor: StaffActor, tx: Tx, { announcementId }: Named) =>
  setOut(actor, tx, announcementId, true);

export const republishAnnouncement = (actor: StaffActor, tx: Tx, { announcementId }: Named) =>
  setOut(actor, tx, announcementId, false);
