import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { NoticeKindWord } from './notices.kinds.ts';
import { KindWays, NoticeManners } from './notices.manners.ts';
import { Id, Instant, Nullable, Page, PageQuery, type Static, Type } from './schema.ts';

export * from './notices.kinds.ts';
export * from './notices.manners.ts';
export * from './notices.quiet.ts';

/** One thing a person should know; the desk words it by kind and params, in the reader's language. */
export const Notice = Type.Object({
  id: Id,
  kind: NoticeKindWord,
  urgent: Type.Boolean({ description: 'Sounds and shows itself in quiet hours too.' }),
  shopId: Nullable(Id),
  subject: Type.Object({ kind: Type.String(), id: Type.String() }),
  path: Type.String({ description: 'Where a click leads, below /desk.' }),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]), {
    description: 'What the words need; holds no personal data.',
  }),
  at: Instant,
  readAt: Nullable(Instant),
});

export type NoticeShape = Static<typeof Notice>;

export const listNotices = endpoint({
  id: 'listNotices',
  method: 'GET',
  path: '/notices',
  summary: "The reader's notices, newest first, as far as the reader still has the right to them.",
  query: Strict({
    ...PageQuery,
    unread: Type.Optional(Type.Boolean({ description: 'Only what is not read yet.' })),
    kind: Type.Optional(NoticeKindWord),
  }),
  reply: Type.Object({
    ...Page(Notice).properties,
    unread: Type.Integer({
      minimum: 0,
      maximum: 1000,
      description: 'How many the reader has not read; 1,000 means that many or more.',
    }),
  }),
  errors: ['list.cursor_invalid'],
});

const Read = Type.Object({
  ids: Type.Array(Id, { description: 'What was marked one by one by this call.' }),
  mark: Nullable({
    ...Id,
    description: 'Everything up to it is read since this call; to take it back.',
  }),
  count: Type.Integer({
    minimum: 0,
    maximum: 1000,
    description: 'How many fewer, or more, are unread now; 1,000 means that many or more.',
  }),
  unread: Type.Integer({ minimum: 0, maximum: 1000 }),
});

export const readNotices = endpoint({
  id: 'readNotices',
  method: 'POST',
  path: '/notices/readings',
  summary:
    'Marks notices as read, on all devices of the reader: those named, or all there are up to one.',
  body: Strict({
    ids: Type.Optional(Type.Array(Id, { maxItems: 1000 })),
    upTo: Type.Optional({
      ...Id,
      description: 'The newest the reader has seen; everything up to it.',
    }),
  }),
  reply: Read,
  errors: ['notice.not_found'],
});

export const unreadNotices = endpoint({
  id: 'unreadNotices',
  method: 'DELETE',
  path: '/notices/readings',
  summary: 'Takes reading back: of those named, or of all that one call marked up to a place.',
  body: Strict({
    ids: Type.Optional(Type.Array(Id, { maxItems: 1000 })),
    mark: Type.Optional({ ...Id, description: 'As the call that marked told it.' }),
  }),
  reply: Read,
});

/** How the reader wants to be told. */
export const NoticeSettings = Type.Object({
  kinds: Type.Array(KindWays, { description: 'Every kind the reader has the right to.' }),
  manners: NoticeManners,
  mail: Type.Boolean({ description: 'Whether this server can send mail at all.' }),
});

export type NoticeSettingsShape = Static<typeof NoticeSettings>;

export const getNoticeSettings = endpoint({
  id: 'getNoticeSettings',
  method: 'GET',
  path: '/notices/settings',
  summary: 'How the reader wants to be told of what.',
  reply: NoticeSettings,
});

export const setNoticeSettings = endpoint({
  id: 'setNoticeSettings',
  method: 'PATCH',
  path: '/notices/settings',
  summary: 'Changes the ways of the given kinds, or the manners; the rest stays.',
  body: Strict({
    kinds: Type.Optional(Type.Array(KindWays, { maxItems: 100 })),
    manners: Type.Optional(Type.Partial(NoticeManners, { additionalProperties: false })),
  }),
  reply: NoticeSettings,
  errors: ['shop.timezone_unknown'],
});

/** Data of `notice.given`, heard only by those it is for. */
export const NoticeGiven = Type.Object({ notice: Notice });

/** Data of `notice.gone`, heard only by those it was for. */
export const NoticesGone = Type.Object({ ids: Type.Array(Id) });

/** Data of `notice.read`, heard only by the reader's own screens. */
export const NoticesRead = Type.Object({
  ids: Type.Array(Id),
  mark: Nullable({ ...Id, description: 'The mark that was set here, or taken back from here.' }),
  readAt: Nullable(Instant),
  unread: Type.Integer(),
});

export const noticesErrors = defineErrors({
  'notice.not_found': {
    status: 404,
    en: 'There is no such notice.',
    'zh-CN': '没有这条提醒。',
    'zh-TW': '沒有這則提醒。',
  },
});
