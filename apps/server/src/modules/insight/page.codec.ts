import type { HourCounts, Page } from './page.rules.ts';
import { encodePeople, encodeTally } from './tally.codec.ts';

/** A page as its row holds it. */
export interface PageBytes {
  readonly whole: Buffer;
  readonly people: Buffer;
  readonly hours: Buffer;
}

/** A page as bytes; the same page always gives the same bytes. */
export function encodePage(page: Page): PageBytes {
  const hours = Buffer.alloc(24 * 4 * 8);
  for (const [hour, counts] of page.hours.entries())
    for (const [n, value] of counts.entries()) hours.writeDoubleLE(value, (hour * 4 + n) * 8);
  return {
    whole: Buffer.from(encodeTally(page.whole)),
    people: encodePeople(page.people) as Buffer,
    hours,
  };
}

/** Hours of a page. */
export const decodeHours = (bytes: Buffer): HourCounts[] =>
  Array.from({ length: 24 }, (_, hour) => {
    const at = (n: number) => bytes.readDoubleLE((hour * 4 + n) * 8);
    return [at(0), at(1), at(2), at(3)] as const;
  });
