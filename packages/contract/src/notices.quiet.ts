import type { Manners, Way } from './notices.manners.ts';

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
