import { Strict } from './endpoint.ts';
import { type NoticeKind, NoticeKindWord, noticeKindNames } from './notices.kinds.ts';
import { Nullable, OneOf, type Static, Text, Type } from './schema.ts';

export const noticeWays = ['list', 'sound', 'desktop', 'mail'] as const;
export const NoticeWay = OneOf(
  noticeWays,
  'list: the bell; desktop: the notification of the browser.',
);
export type Way = (typeof noticeWays)[number];

const Clock = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: 'HH:MM.' });

/** How a person wants to be told, beside the ways of each kind. */
export const NoticeManners = Strict({
  timezone: Text(60, 1, 'IANA name; the clocks below are read in it.'),
  quietFrom: Nullable(Clock),
  quietUntil: Nullable(Clock),
  daysOff: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
    maxItems: 7,
    uniqueItems: true,
    description: 'Quiet all day: 1 Monday … 7 Sunday.',
  }),
  mailMinutes: Type.Integer({
    minimum: 1,
    maximum: 1440,
    description: 'A mail is sent only when the notice is still unread after so many minutes.',
  }),
  digestAt: Nullable(Clock),
});

export type Manners = Static<typeof NoticeManners>;

export const defaultManners: Manners = {
  timezone: 'Asia/Shanghai',
  quietFrom: null,
  quietUntil: null,
  daysOff: [],
  mailMinutes: 30,
  digestAt: null,
};

/** The ways of one kind. */
export const KindWays = Strict({
  kind: NoticeKindWord,
  ways: Type.Array(NoticeWay, { maxItems: 4, uniqueItems: true }),
});

const loud: readonly NoticeKind[] = ['chat_handed', 'approval_waiting', 'task_due', 'promise_due'];
const mailed: readonly NoticeKind[] = ['approval_waiting', 'announcement', 'task_overdue'];

/** Ways of a kind nobody has chosen for. */
export const defaultWays = (kind: NoticeKind): readonly Way[] => [
  'list',
  ...(loud.includes(kind) ? (['sound', 'desktop'] as const) : []),
  ...(mailed.includes(kind) ? (['mail'] as const) : []),
];

export type WaysByKind = Readonly<Record<string, readonly Way[]>>;

/** The ways of every kind: what was chosen, else the default. */
export const waysOfAll = (chosen: WaysByKind): Readonly<Record<NoticeKind, readonly Way[]>> =>
  Object.fromEntries(
    noticeKindNames.map((kind) => [kind, chosen[kind] ?? defaultWays(kind)]),
  ) as Record<NoticeKind, readonly Way[]>;
