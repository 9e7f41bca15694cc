import { offsetAt } from '../../../kernel/zone.ts';

/** The instant of a wall clock time; in a gap as if the clock had not been put forward, in a repeated hour the first. */
function fromWall(wall: number, zone: string): number {
  const before = wall - offsetAt(wall - 86_400_000, zone);
  const after = wall - offsetAt(wall + 86_400_000, zone);
  const fits = (instant: number) => instant + offsetAt(instant, zone) === wall;
  return !fits(before) && fits(after) ? after : before;
}

const written =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

const zoneMinutes = (zone: string): number => {
  if (zone === 'Z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
};

/**
 * Reads a time as files write it: `2025-04-06 15:50:00`, `2025-04-06T15:50:00+08:00`, `2025/4/6`, or seconds or
 * milliseconds since 1970. Without a zone it is the wall clock of `zone`. ISO 8601 in UTC, or null.
 */
export function readTime(text: string, zone: string): string | null {
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString();
  }
  const parts = written.exec(text.trim());
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const wall = Date.UTC(
    year,
    month - 1,
    day,
    hour,
    minute,
    second,
    Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0')),
  );
  const back = new Date(wall);
  // A day that does not exist would silently become another.
  if (
    back.getUTCMonth() !== month - 1 ||
    back.getUTCDate() !== day ||
    hour > 23 ||
    minute > 59 ||
    second > 59
  )
    return null;
  if (year < 1900 || year > 2200) return null;
  const instant = parts[8] ? wall - zoneMinutes(parts[8]) * 60_000 : fromWall(wall, zone);
  return new Date(instant).toISOString();
}
