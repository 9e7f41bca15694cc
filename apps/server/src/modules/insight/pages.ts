import type { Tx } from '../../kernel/tx.ts';
import { openClock, wallClock } from './clock.rules.ts';
import type { ShopDay } from './facts.store.ts';
import { type Calendars, calendarAt, shopCalendars } from './local-time.ts';
import { decodeHours, encodePage } from './page.codec.ts';
import { dayFacts } from './page.facts.ts';
import { type HourCounts, type Page, pageOf } from './page.rules.ts';
import { daysWithFacts, readPages, type Span } from './page.store.ts';
import { type Profile, rulesOn } from './profile.rules.ts';
import { addEncoded, addPeople, addPerson } from './tally.codec.ts';
import { type Measure, Tally } from './tally.rules.ts';

const dayMs = 86_400_000;

/** Sums up one shop's day from its facts, as they stand. */
export async function foldPage(
  tx: Tx,
  profile: Profile,
  calendars: Calendars,
  { shopId, day }: ShopDay,
): Promise<Page> {
  const rules = rulesOn(profile, day);
  const noon = Date.parse(`${day}T12:00:00Z`);
  const calendar = calendarAt(calendars, shopId, noon);
  const span = [noon - 2 * dayMs, noon + 4 * dayMs] as const;
  const clock = rules.calendar === 'shop' ? openClock(calendar, span) : wallClock;
  return pageOf(await dayFacts(tx, shopId, day), rules, clock);
}

/** What is asked of which shops, when. */
export interface Wanted {
  readonly profile: Profile;
  readonly shops: readonly string[];
  readonly span: Span;
  /** Trust no page: sum up every day from its facts. */
  readonly anew?: boolean;
}

const keyOf = ({ shopId, day }: ShopDay): string => `${shopId} ${day}`;

async function missing(tx: Tx, { shops, span }: Wanted, pages: readonly ShopDay[]) {
  const known = new Set(pages.map(keyOf));
  return (await daysWithFacts(tx, shops, span)).filter((one) => !known.has(keyOf(one)));
}

/** Sums of whole shops, a day each. */
export interface WholeDay extends ShopDay {
  readonly hours: readonly HourCounts[];
  /** Adds the day's sums to others, of the distributions only those wanted: a kept page is read straight into them. */
  readonly addTo: (into: Tally, measures?: ReadonlySet<Measure>) => void;
}

/** Every shop's days: kept pages where they are true, the facts where they are not. Both are the same sums. */
export async function wholeDays(tx: Tx, wanted: Wanted): Promise<WholeDay[]> {
  const { profile, shops, span, anew } = wanted;
  const pages = anew ? [] : await readPages(tx, profile.id, shops, span, 'whole');
  const days: WholeDay[] = pages.map(({ shopId, day, whole, hours }) => ({
    ...{ shopId, day, hours: decodeHours(hours) },
    addTo: (into, measures) => void addEncoded(into, whole, 0, measures),
  }));
  const rest = await missing(tx, wanted, pages);
  const calendars = rest.length > 0 ? await shopCalendars(tx, shops) : new Map();
  for (const one of rest) {
    const { whole, hours } = await foldPage(tx, profile, calendars, one);
    days.push({ ...one, hours, addTo: (into) => into.merge(whole) });
  }
  return days.sort((a, b) => (keyByDay(a) < keyByDay(b) ? -1 : 1));
}

const keyByDay = ({ shopId, day }: ShopDay): string => `${day} ${shopId}`;

/** Adds up people's sums of all days and shops, each day into the map that `into` gives for it; with `only`, of one person. */
async function collectPeople(
  tx: Tx,
  wanted: Wanted,
  measures: ReadonlySet<Measure>,
  only: string | null,
  into: (day: string) => Map<string, Tally>,
): Promise<void> {
  const { profile, shops, span, anew } = wanted;
  const pages = anew
    ? []
    : await readPages(tx, profile.id, shops, span, only === null ? 'people' : { of: only });
  for (const { shopId, day, people } of pages) {
    if (only === null) addPeople(into(day), people, measures);
    else if (!addPerson(into(day), people, measures, only))
      for (const page of await readPages(
        tx,
        profile.id,
        [shopId],
        { from: day, to: day },
        'people',
      ))
        addPeople(into(day), page.people, measures, only);
  }
  const rest = await missing(tx, wanted, pages);
  const calendars = rest.length > 0 ? await shopCalendars(tx, shops) : new Map();
  for (const one of rest) {
    const page = encodePage(await foldPage(tx, profile, calendars, one));
    addPeople(into(one.day), page.people, measures, only);
  }
}

/** Sums of people over all days and shops; with `only`, of one person. */
export async function peopleOver(
  tx: Tx,
  wanted: Wanted,
  measures: ReadonlySet<Measure>,
  only: string | null = null,
): Promise<Map<string, Tally>> {
  const people = new Map<string, Tally>();
  await collectPeople(tx, wanted, measures, only, () => people);
  return people;
}

/** One person's sums, day by day. */
export async function personDays(
  tx: Tx,
  wanted: Wanted,
  measures: ReadonlySet<Measure>,
  member: string,
): Promise<Map<string, Tally>> {
  const days = new Map<string, Map<string, Tally>>();
  await collectPeople(tx, wanted, measures, member, (day) => {
    const people = days.get(day) ?? new Map<string, Tally>();
    days.set(day, people);
    return people;
  });
  return new Map([...days].map(([day, people]) => [day, people.get(member) ?? new Tally()]));
}
