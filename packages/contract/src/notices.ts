import { endpoint, Strict } from './endpoint.ts';
import { defineErrors } from './errors.ts';
import { NoticeKindWord } from './notices.kinds.ts';
import { Id, Instant, Nullable, Page, PageQuery, Type } from './schema.ts';

export * from './notices.kinds.ts';

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
    unread: Type.Integer({ minimum: 0, description: 'How many the reader has not read.' }),
  }),
  errors: ['list.cursor_invalid'],
});

/** Data of `notice.given`, heard only by those it is for. */
export const NoticeGiven = Type.Object({ notice: Notice });

/** Data of `notice.read`, heard only by the reader's own screens. */
export const NoticesRead = Type.Object({
  ids: Nullable(Type.Array(Id)),
  at: Nullable(Instant),
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
