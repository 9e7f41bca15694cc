import type { InputOf, insight } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { figureOf, figuresOf, measuresOf } from './figure.rules.ts';
import { metricOf, metrics } from './metrics/index.ts';
import { peopleOver, personDays, type WholeDay, wholeDays } from './pages.ts';
import { rulesOn } from './profile.rules.ts';
import { dayAfter, lengthOf, type Scoped, scopeOf, spanBefore } from './scope.ts';
import { shownProfile } from './shown.ts';
import { type Measure, Tally } from './tally.rules.ts';

/** One day of what was asked for: the shops' sums, or one person's. */
type OneDay = Pick<WholeDay, 'day' | 'addTo' | 'hours'>;

const listOfDays = ({ from, to }: Scoped['span']): string[] =>
  Array.from({ length: lengthOf({ from, to }) ?? 0 }, (_, n) => dayAfter(from, n));

export async function daysOf(tx: Tx, scoped: Scoped): Promise<OneDay[]> {
  if (scoped.member === null) return wholeDays(tx, scoped);
  const days = await personDays(tx, scoped, measuresOf(metrics), scoped.member);
  return [...days].map(([day, whole]) => ({ day, hours: [], addTo: (into) => into.merge(whole) }));
}

/** The sums of several days. */
function summed(days: readonly OneDay[]): Tally {
  const sum = new Tally();
  for (const { addTo } of days) addTo(sum);
  return sum;
}

/** The sums of everything that was asked for. */
export async function sumOf(tx: Tx, scoped: Scoped): Promise<Tally> {
  if (scoped.member === null) return summed(await wholeDays(tx, scoped));
  const people = await peopleOver(tx, scoped, measuresOf(metrics), scoped.member);
  return people.get(scoped.member) ?? new Tally();
}

/** Tallies by day, shops added up; of the distributions only those wanted. */
export function byDay(
  days: readonly OneDay[],
  measures?: ReadonlySet<Measure>,
): Map<string, Tally> {
  const found = new Map<string, Tally>();
  for (const { day, addTo } of days) {
    const sum = found.get(day) ?? new Tally();
    addTo(sum, measures);
    found.set(day, sum);
  }
  return found;
}

/** Answers by how long they took. */
const steps = [10, 20, 30, 60, 120, 180, 300, 600, 1800, 3600, null] as const;

function distributionOf(tally: Tally) {
  const histogram = tally.histogram('response');
  let before = 0;
  return steps.map((upTo) => {
    const until = upTo === null ? histogram.count : histogram.upTo(upTo);
    const count = until - before;
    before = until;
    return { upTo, count };
  });
}

function hoursOf(days: readonly OneDay[]) {
  const cells = new Map<string, [number, number, number, number]>();
  for (const { day, hours } of days) {
    const weekday = new Date(day).getUTCDay() || 7;
    for (const [hour, counts] of hours.entries()) {
      const cell = cells.get(`${weekday} ${hour}`) ?? [0, 0, 0, 0];
      cells.set(
        `${weekday} ${hour}`,
        cell.map((value, n) => value + (counts[n] ?? 0)) as typeof cell,
      );
    }
  }
  return [...cells].flatMap(([key, [rounds, unanswered, answered, sum]]) => {
    const [weekday = 0, hour = 0] = key.split(' ').map(Number);
    const seconds = answered === 0 ? null : sum / answered;
    return rounds === 0 ? [] : [{ weekday, hour, rounds, unanswered, seconds }];
  });
}

/** Numbers of shops or one person, with those of the days before. */
export async function getReport(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.getReport>,
) {
  const trend = metricOf(input.trend ?? 'first_response');
  if (!trend) return refuse('insight.metric_unknown', { metric: input.trend ?? '' });
  const scoped = await scopeOf(actor, tx, input);
  if (isRefusal(scoped)) return scoped;
  const { profile, span } = scoped;
  const rules = rulesOn(profile, span.to);
  const days = await daysOf(tx, scoped);
  const sum = summed(days);
  const before = spanBefore(span);
  const past = await sumOf(tx, { ...scoped, span: before });
  const daily = byDay(days, measuresOf([trend]));
  return {
    ...span,
    before,
    profile: shownProfile(actor.locale, profile),
    figures: figuresOf(sum, rules),
    figuresBefore: figuresOf(past, rules),
    days: listOfDays(span).map((day) => ({
      day,
      figure: figureOf(trend, daily.get(day) ?? new Tally(), rules),
    })),
    hours: hoursOf(days),
    distribution: distributionOf(sum),
  };
}
