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

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Weekday (1 Monday) and HH:MM of an instant in a time zone. */
function wallClock(at: Date, timezone: string): { weekday: number; clock: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  const weekday = weekdays.indexOf(part('weekday')) + 1;
  return { weekday, clock: `${part('hour')}:${part('minute')}` };
}

/** Whether the person wants quiet at this instant: a day off, or between the two clocks, which may reach over midnight. */
export function isQuiet(manners: Manners, at: Date): boolean {
  const { weekday, clock } = wallClock(at, manners.timezone);
  if (manners.daysOff.includes(weekday)) return true;
  const { quietFrom: from, quietUntil: until } = manners;
  if (from === null || until === null || from === until) return false;
  return from < until ? clock >= from && clock < until : clock >= from || clock < until;
}

/** The ways a notice takes now. The list keeps what is urgent whatever was chosen; quiet hours hold back all but the list. */
export function waysNow(
  ways: readonly Way[],
  manners: Manners,
  urgent: boolean,
  at: Date,
): readonly Way[] {
  if (urgent) return [...new Set<Way>(['list', 'sound', 'desktop', ...ways])];
  return isQuiet(manners, at) ? ways.filter((way) => way === 'list') : ways;
}
