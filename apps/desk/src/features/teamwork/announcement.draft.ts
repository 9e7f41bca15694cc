import type { InputOf, teamwork } from '@guitai/contract';
import { fromField, toField } from './due.ts';

/** What the form holds; times as their fields show them, empty for none. */
export interface AnnouncementDraft {
  readonly title: string;
  readonly text: string;
  readonly audience: teamwork.AudienceShape;
  readonly mustConfirm: boolean;
  readonly urgent: boolean;
  /** All read and confirm anew; only what is out already knows it. */
  readonly again: boolean;
  readonly publishAt: string;
  readonly expiresAt: string;
  readonly pictureIds: readonly string[];
}

/** The clock the fields of the form go by: the writer's own. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether it is not out yet, so that its time may still be set. */
export const isAhead = (one: teamwork.AnnouncementShape | undefined): boolean =>
  !one || one.state === 'scheduled';

/** What the form begins with. */
export const draftOf = (
  one: teamwork.AnnouncementShape | undefined,
  audience: teamwork.AudienceShape,
): AnnouncementDraft => ({
  title: one?.title ?? '',
  text: one?.text ?? '',
  audience: one?.audience ?? audience,
  mustConfirm: one?.mustConfirm ?? false,
  urgent: one?.urgent ?? false,
  again: false,
  publishAt: one?.state === 'scheduled' ? toField(one.publishAt, zone) : '',
  expiresAt: toField(one?.expiresAt ?? null, zone),
  pictureIds: one?.pictureIds ?? [],
});

/** What the server is asked for. */
export const wishOf = (
  { again: _, title, publishAt, expiresAt, pictureIds, ...rest }: AnnouncementDraft,
  ahead: boolean,
): InputOf<typeof teamwork.createAnnouncement> => ({
  ...rest,
  title: title.trim(),
  pictureIds: [...pictureIds],
  expiresAt: fromField(expiresAt, zone),
  ...(ahead ? { publishAt: fromField(publishAt, zone) } : {}),
});

/** It has a title and somebody to read it. */
export const isComplete = ({ title, audience }: AnnouncementDraft): boolean =>
  title.trim() !== '' && (audience.kind !== 'shops' || audience.shopIds.length > 0);
