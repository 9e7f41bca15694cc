import { roleNames } from './access.permissions.ts';
import { endpoint, Strict } from './endpoint.ts';
import {
  Can,
  Id,
  Instant,
  Nullable,
  OneOf,
  Page,
  PageQuery,
  type Static,
  Text,
  Type,
  Whole,
} from './schema.ts';

/** Whom an announcement is for: everybody, the people of shops, or roles. */
export const Audience = Type.Union([
  Strict({ kind: Type.Literal('all') }),
  Strict({
    kind: Type.Literal('shops'),
    shopIds: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
  }),
  Strict({
    kind: Type.Literal('roles'),
    roles: Type.Array(OneOf(roleNames), { minItems: 1, maxItems: 4, uniqueItems: true }),
  }),
]);
export type AudienceShape = Static<typeof Audience>;

export const announcementStates = ['scheduled', 'published', 'expired', 'withdrawn'] as const;

export const Announcement = Type.Object({
  id: Id,
  title: Type.String(),
  text: Type.String({ description: 'Plain lines with **bold**, # headings, - lists and links.' }),
  pictureIds: Type.Array(Id),
  audience: Audience,
  mustConfirm: Type.Boolean(),
  urgent: Type.Boolean(),
  state: OneOf(announcementStates),
  publishAt: Instant,
  expiresAt: Nullable(Instant),
  version: Type.Integer(),
  author: Type.Object({ id: Nullable(Id), name: Type.String() }),
  changedAt: Instant,
  readAt: Nullable(Instant),
  confirmedAt: Nullable(
    Type.String({ description: 'When the reader confirmed what now stands there.' }),
  ),
  readers: Nullable(
    Type.Object({ all: Type.Integer(), read: Type.Integer(), confirmed: Type.Integer() }),
  ),
  can: Can,
});
export type AnnouncementShape = Static<typeof Announcement>;

const id = Strict({ announcementId: Id });

export const listAnnouncements = endpoint({
  id: 'listAnnouncements',
  method: 'GET',
  path: '/announcements',
  summary:
    'Announcements for the reader, newest first; who publishes sees the scheduled and past ones too.',
  query: Strict({
    ...PageQuery,
    view: Type.Optional(
      OneOf(['current', 'unconfirmed', 'scheduled', 'past'] as const, 'Default current.'),
    ),
  }),
  reply: Page(Announcement),
  errors: ['list.cursor_invalid'],
});

export const getAnnouncement = endpoint({
  id: 'getAnnouncement',
  method: 'GET',
  path: '/announcements/:announcementId',
  summary: 'One announcement.',
  params: id,
  reply: Announcement,
  errors: ['announcement.not_found'],
});

const fields = {
  title: Text(120, 1),
  text: Text(20_000),
  pictureIds: Type.Optional(Type.Array(Id, { maxItems: 9, uniqueItems: true })),
  audience: Audience,
  mustConfirm: Type.Boolean(),
  urgent: Type.Optional(Type.Boolean()),
  expiresAt: Type.Optional(Nullable(Instant)),
};

export const createAnnouncement = endpoint({
  id: 'createAnnouncement',
  method: 'POST',
  path: '/announcements',
  summary: 'Publishes an announcement, at once or at a time to come.',
  body: Strict({ ...fields, publishAt: Type.Optional(Nullable(Instant)) }),
  reply: Announcement,
  errors: [
    'announcement.audience_too_wide',
    'announcement.audience_empty',
    'announcement.times_invalid',
    'announcement.picture_refused',
  ],
});

export const updateAnnouncement = endpoint({
  id: 'updateAnnouncement',
  method: 'PUT',
  path: '/announcements/:announcementId',
  summary:
    'Writes a new version; the earlier one is kept. Readers confirm anew only when asked to.',
  params: id,
  body: Strict({
    ...fields,
    publishAt: Type.Optional(Nullable(Instant)),
    version: Whole(),
    again: Type.Optional(Type.Boolean({ description: 'Everybody has to read and confirm anew.' })),
  }),
  reply: Announcement,
  errors: [
    'announcement.not_found',
    'announcement.changed_meanwhile',
    'announcement.withdrawn',
    'announcement.audience_too_wide',
    'announcement.audience_empty',
    'announcement.times_invalid',
    'announcement.picture_refused',
  ],
});

export const withdrawAnnouncement = endpoint({
  id: 'withdrawAnnouncement',
  method: 'DELETE',
  path: '/announcements/:announcementId/publication',
  summary: 'Takes an announcement back: nobody is shown it any more.',
  params: id,
  reply: Announcement,
  errors: ['announcement.not_found'],
});

export const republishAnnouncement = endpoint({
  id: 'republishAnnouncement',
  method: 'PUT',
  path: '/announcements/:announcementId/publication',
  summary: 'Undoes the withdrawal.',
  params: id,
  reply: Announcement,
  errors: ['announcement.not_found'],
});

export const readAnnouncement = endpoint({
  id: 'readAnnouncement',
  method: 'PUT',
  path: '/announcements/:announcementId/reading',
  summary: 'The reader has read it, or with `confirm` says to have understood.',
  params: id,
  body: Strict({ confirm: Type.Boolean(), version: Whole() }),
  reply: Announcement,
  errors: ['announcement.not_found', 'announcement.changed_meanwhile'],
});

export const listReceipts = endpoint({
  id: 'listReceipts',
  method: 'GET',
  path: '/announcements/:announcementId/receipts',
  summary: 'Who has read and confirmed, and who has not.',
  params: id,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        memberId: Id,
        name: Type.String(),
        readAt: Nullable(Instant),
        confirmedAt: Nullable(Instant),
        remindedAt: Nullable(Instant),
      }),
    ),
  }),
  errors: ['announcement.not_found'],
});

export const remindReaders = endpoint({
  id: 'remindReaders',
  method: 'POST',
  path: '/announcements/:announcementId/reminders',
  summary: 'A notice to everybody who has not read it, or not confirmed what must be confirmed.',
  params: id,
  body: Strict({}),
  reply: Type.Object({ reminded: Type.Integer() }),
  errors: ['announcement.not_found'],
});

export const listAnnouncementVersions = endpoint({
  id: 'listAnnouncementVersions',
  method: 'GET',
  path: '/announcements/:announcementId/versions',
  summary: 'What stood there before, newest first.',
  params: id,
  reply: Type.Object({
    items: Type.Array(
      Type.Object({
        version: Type.Integer(),
        title: Type.String(),
        text: Type.String(),
        byName: Type.String(),
        at: Instant,
      }),
    ),
  }),
  errors: ['announcement.not_found'],
});

export const uploadAnnouncementPicture = endpoint({
  id: 'uploadAnnouncementPicture',
  method: 'POST',
  path: '/announcements/pictures',
  summary: 'Takes in a picture for an announcement.',
  transfer: 'form',
  reply: Type.Object({
    id: Id,
    name: Type.String(),
    width: Type.Integer(),
    height: Type.Integer(),
  }),
  errors: ['announcement.picture_refused', 'file.too_many_waiting'],
});

export const getAnnouncementPicture = endpoint({
  id: 'getAnnouncementPicture',
  method: 'GET',
  path: '/announcements/pictures/:pictureId',
  summary: 'The bytes of a picture.',
  params: Strict({ pictureId: Id }),
  transfer: 'bytes',
  errors: ['announcement.not_found'],
});

/** Data of `announcement.published` and `announcement.changed`. */
export const AnnouncementTold = Type.Object({ announcementId: Id });
