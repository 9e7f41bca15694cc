import type { InputOf, insight } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { type Figure, figureOf, figuresOf, measuresOf } from './figure.rules.ts';
import { type Metric, metricOf, metrics } from './metrics/index.ts';
import { namesOf } from './names.store.ts';
import { nobody } from './page.rules.ts';
import { peopleOver } from './pages.ts';
import { type ProfileRules, rulesOn } from './profile.rules.ts';
import { type Scoped, scopeOf } from './scope.ts';
import type { Tally } from './tally.rules.ts';

const usual = [
  'own_response',
  'response',
  'within_3min',
  'buyers',
  'sessions',
  'messages',
  'unanswered',
  'asked',
  'order_rate',
  'pay_rate',
  'sales',
];
const mostMetrics = 12;

export interface Ranked {
  readonly memberId: string | null;
  readonly rank: number | null;
  readonly tooFew: boolean;
}

const sizeOf = (figure: Figure): number =>
  figure.amounts.length > 0 ? (figure.amounts[0]?.amountMinor ?? 0) : (figure.value ?? 0);

/** Whether there are enough facts to compare people by this number; counts speak for themselves. */
const fewFor = (metric: Metric, figure: Figure, rules: ProfileRules): boolean =>
  (metric.unit === 'seconds' || metric.unit === 'share') && figure.sample < rules.minSample;

/** Everybody's place by one metric. Equal numbers share a place; who has too few facts has none. */
export function rankedBy(
  metric: Metric,
  people: ReadonlyMap<string, Tally>,
  rules: ProfileRules,
): Map<string, Ranked> {
  const known = [...people]
    .filter(([id]) => id !== nobody)
    .map(([id, tally]) => ({ id, figure: figureOf(metric, tally, rules) }));
  const sign = metric.better === 'low' ? 1 : -1;
  const able = known
    .filter(({ figure }) => !fewFor(metric, figure, rules))
    .sort((a, b) => sign * (sizeOf(a.figure) - sizeOf(b.figure)) || (a.id < b.id ? -1 : 1));
  const places = new Map<string, number>();
  for (const [n, { id, figure }] of able.entries()) {
    const before = able[n - 1];
    const same = before !== undefined && sizeOf(before.figure) === sizeOf(figure);
    places.set(id, same ? (places.get(before.id) ?? n) : n + 1);
  }
  return new Map(
    known.map(({ id, figure }) => [
      id,
      { memberId: id, rank: places.get(id) ?? null, tooFew: fewFor(metric, figure, rules) },
    ]),
  );
}

/** Lines of the table of people, by rank; whoever is no person last. */
export async function peopleLines(tx: Tx, scoped: Scoped, by: Metric, shown: readonly Metric[]) {
  const rules = rulesOn(scoped.profile, scoped.span.to);
  const people = await peopleOver(tx, scoped, measuresOf([by, ...shown]), scoped.member);
  const ranks = rankedBy(by, people, rules);
  const names = await namesOf(tx, [...people.keys()]);
  const lines = [...people].map(([id, tally]) => ({
    memberId: id === nobody ? null : id,
    name: names.get(id) ?? '',
    rank: scoped.member === null ? (ranks.get(id)?.rank ?? null) : null,
    tooFew: ranks.get(id)?.tooFew ?? false,
    figures: figuresOf(tally, rules, shown),
  }));
  const order = (line: (typeof lines)[number]) =>
    line.memberId === null ? Number.MAX_SAFE_INTEGER : (line.rank ?? 1e9);
  return {
    by: by.id,
    minSample: rules.minSample,
    items: lines.sort((a, b) => order(a) - order(b) || (a.name < b.name ? -1 : 1)),
  };
}

/** Everybody's numbers, ranked by one metric. */
export async function listPeopleFigures(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.listPeopleFigures>,
) {
  const by = metricOf(input.by ?? 'own_response');
  if (!by) return refuse('insight.metric_unknown', { metric: input.by ?? '' });
  const ids = (input.metrics?.split(',') ?? usual).slice(0, mostMetrics);
  const shown = metrics.filter(({ id }) => ids.includes(id));
  const scoped = await scopeOf(actor, tx, input);
  return isRefusal(scoped) ? scoped : peopleLines(tx, scoped, by, shown);
}
