import type { InputOf, insight } from '@guitai/contract';
import type { MemberActor, StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { figuresOf, measuresOf } from './figure.rules.ts';
import { metricOf, metrics } from './metrics/index.ts';
import { nobody } from './page.rules.ts';
import { peopleOver } from './pages.ts';
import { rankedBy } from './people.ts';
import { rulesOn } from './profile.rules.ts';
import { dayAfter, readsAll, type Scoped, scopeOf, todayOf } from './scope.ts';
import { settingsOf } from './settings.store.ts';
import { Tally } from './tally.rules.ts';

const weeksBefore = 4;

const middle = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  const half = Math.floor(known.length / 2);
  if (known.length === 0) return null;
  const upper = known[half] ?? 0;
  return known.length % 2 === 1 ? upper : ((known[half - 1] ?? 0) + upper) / 2;
};

const ownSum = async (tx: Tx, scoped: Scoped, from: string, to: string): Promise<Tally> => {
  const { member } = scoped;
  if (member === null) return new Tally();
  const own = { ...scoped, span: { from, to } };
  return (await peopleOver(tx, own, measuresOf(metrics), member)).get(member) ?? new Tally();
};

/** REP-09: one's own numbers, today and of seven days, beside one's own median week. */
export async function getMyFigures(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof insight.getMyFigures>,
) {
  const by = metricOf(input.by ?? 'own_response');
  if (!by) return refuse('insight.metric_unknown', { metric: input.by ?? '' });
  if (actor.kind !== 'member') return { today: [], week: [], median: [], rank: null };
  const today = await todayOf(actor, tx);
  const from = dayAfter(today, -6);
  const scoped = await scopeOf(actor, tx, { from, to: today, memberId: actor.member });
  if (isRefusal(scoped)) throw new Error('a person may always see their own numbers');
  const rules = rulesOn(scoped.profile, today);
  const weeks: Tally[] = [];
  for (let n = 1; n <= weeksBefore; n += 1)
    weeks.push(await ownSum(tx, scoped, dayAfter(from, -7 * n), dayAfter(from, -7 * n + 6)));
  const told = weeks.map((week) => figuresOf(week, rules));
  return {
    today: figuresOf(await ownSum(tx, scoped, today, today), rules),
    week: figuresOf(await ownSum(tx, scoped, from, today), rules),
    median: metrics.map(({ id }, n) => ({
      metric: id,
      value: middle(told.map((week) => week[n]?.value ?? null)),
    })),
    rank: await ownRank(actor, tx, scoped, by),
  };
}

type By = NonNullable<ReturnType<typeof metricOf>>;

async function ownRank(actor: MemberActor, tx: Tx, scoped: Scoped, by: By) {
  const { rankVisible } = await settingsOf(tx);
  if (!rankVisible && !readsAll(actor)) return null;
  const people = await peopleOver(tx, scoped, measuresOf([by]));
  const ranks = rankedBy(by, people, rulesOn(scoped.profile, scoped.span.to));
  const of = [...people.keys()].filter((id) => id !== nobody).length;
  return { metric: by.id, place: ranks.get(actor.member)?.rank ?? null, of };
}
