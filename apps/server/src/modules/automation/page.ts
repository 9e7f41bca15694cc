import type { automation } from '@guitai/contract';
import { type SystemActor, system } from '../../kernel/actor.ts';
import { attempt } from '../../kernel/attempt.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { planMessages } from '../outreach/index.ts';
import { carryOut, type Letterbox } from './act.ts';
import { standingsOf } from './author.ts';
import { addCounts, type Counted } from './count.store.ts';
import { type Decision, decide, factsKept, type Moment } from './decide.rules.ts';
import { ruleRan } from './events.ts';
import { rulesByIds } from './rule.store.ts';
import { dueRuns, firedOn, saveDecided, silenceLater, takeLane } from './run.store.ts';
import { asksSpend, lookAt, type Sight, snapshotOf } from './snapshot.ts';
import { stopRule } from './stop.ts';
import type { DecidedRun, RuleRow, WaitingRun } from './tables.ts';

type Result = automation.RunAction;

interface Known {
  readonly rules: ReadonlyMap<string, RuleRow>;
  readonly sights: Map<string, Sight>;
  readonly fired: Map<string, { fired: string; at: Date }[]>;
  readonly at: Date;
  readonly letters: Letterbox;
}

const subjectsOf = (runs: readonly WaitingRun[]) => ({
  orders: [...new Set(runs.flatMap(({ orderId }) => orderId ?? []))],
  conversations: [
    ...new Set(runs.flatMap((run) => (run.orderId === null ? (run.conversationId ?? []) : []))),
  ],
});

/** Everything a page needs, in a handful of statements. */
async function know(tx: Tx, runs: readonly WaitingRun[], at: Date): Promise<Known> {
  const ids = [...new Set(runs.map(({ ruleId }) => ruleId))];
  const rules = new Map((await rulesByIds(tx, ids)).map((rule) => [rule.id, rule]));
  const withSpend = [...rules.values()].some((rule) => asksSpend(rule.definition.conditions));
  const sights = await lookAt(tx, subjectsOf(runs), withSpend, at);
  const fired = new Map<string, { fired: string; at: Date }[]>();
  const subjects = [...new Set(runs.map(({ subjectId }) => subjectId))];
  for (const one of await firedOn(tx, ids, subjects)) {
    const key = `${one.ruleId} ${one.subjectId}`;
    fired.set(key, [...(fired.get(key) ?? []), one]);
  }
  return { rules, sights, fired, at, letters: [] };
}

function momentOf(run: WaitingRun, { rules, sights, fired, at }: Known): Moment {
  const sight = sights.get(run.subjectId);
  return {
    run,
    rule: rules.get(run.ruleId),
    snapshot: sight ? snapshotOf(sight, run.messageText) : null,
    waitingSince: sight?.seen.waitingSince ?? null,
    inbound: sight?.seen.inbound ?? null,
    fired: fired.get(`${run.ruleId} ${run.subjectId}`) ?? [],
    at,
  };
}

/** Carries the actions out in their order; one that is refused stops those behind it, and says which. */
async function actAll(
  tx: Tx,
  run: WaitingRun,
  rule: RuleRow,
  known: Known,
  fired: string,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const [n, action] of rule.definition.actions.entries()) {
    const sight = known.sights.get(run.subjectId);
    const before = results.at(-1)?.result ?? 'done';
    if (!sight || before !== 'done') {
      results.push({ do: action.do, result: 'not_reached', detail: '' });
      continue;
    }
    const key = `rule:${rule.id}:${run.subjectId}:${fired}:${n}`;
    const acting = { rule, run, sight, at: known.at, key, letters: known.letters };
    // Sending only plans; what changes rows of others is taken back whole when it is refused.
    const result =
      action.do === 'send'
        ? await carryOut(tx, action, acting)
        : await attempt(
            tx,
            () => carryOut(tx, action, acting),
            (kept) => kept.result === 'done',
          );
    results.push(result);
  }
  return results;
}

function tellRan(tx: Tx, run: WaitingRun, rule: RuleRow, results: readonly Result[]): void {
  emit(tx, ruleRan, {
    subject: run.id,
    topic: run.conversationId,
    reach: { shop: rule.shopId },
    actor: system(tx.team ?? '', `rule:${run.id}`),
    data: {
      runId: run.id,
      ruleId: rule.id,
      ruleName: rule.name,
      version: rule.version,
      shopId: rule.shopId,
      orderId: run.orderId,
      conversationId: run.conversationId,
      messageId: run.messageId,
      calls: results.flatMap((one) =>
        one.do === 'webhook' && one.result === 'done' ? [one.detail] : [],
      ),
    },
  });
}

const verdictOf = (
  run: WaitingRun,
  moment: Moment,
  decision: Decision,
  results: readonly Result[],
): DecidedRun => ({
  id: run.id,
  version: moment.rule?.version ?? 0,
  facts: factsKept(moment.rule, moment.snapshot),
  actions: results,
  ...(decision.go
    ? {
        state: results.some(({ result }) => result !== 'done')
          ? ('failed' as const)
          : ('done' as const),
        why: results.find(({ result }) => result === 'refused')?.detail ?? '',
        fired: decision.fired,
      }
    : { state: decision.state, why: decision.why, fired: null }),
});

const countsOf = (rule: RuleRow, results: readonly Result[]): Counted[] => [
  { ruleId: rule.id, variant: '', what: 'matched', by: 1 },
  ...results.flatMap(({ do: kind, result, variant = '' }) =>
    (kind === 'send' || kind === 'coupon') && result === 'done'
      ? [{ ruleId: rule.id, variant, what: 'planned', by: 1 } as const]
      : [],
  ),
];

/** Decides one run and does what it says. What an action changed is looked at anew by the next run of the same subject. */
async function settle(tx: Tx, run: WaitingRun, known: Known) {
  const moment = momentOf(run, known);
  const decision = decide(moment);
  const { rule } = moment;
  if (!decision.go || !rule) return { decided: verdictOf(run, moment, decision, []), counts: [] };
  const results = await actAll(tx, run, rule, known, decision.fired);
  const key = `${run.ruleId} ${run.subjectId}`;
  known.fired.set(key, [...moment.fired, { fired: decision.fired, at: known.at }]);
  tellRan(tx, run, rule, results);
  return {
    decided: verdictOf(run, moment, decision, results),
    counts: countsOf(rule, results),
    stops: rule.definition.stopOnMatch,
  };
}

/** AUT-11: a key that has run out tells nobody: rules of those who are gone stop before anything more is decided for them. */
async function stopFallen(tx: Tx, { rules }: Known): Promise<ReadonlySet<string>> {
  const fallen = new Set<string>();
  const on = [...rules.values()].filter(({ state }) => state === 'on');
  for (const [rule, standing] of await standingsOf(tx, on)) {
    if (standing === 'stands') continue;
    await stopRule(tx, rule.id, standing, '');
    fallen.add(rule.id);
  }
  return fallen;
}

/**
 * AUT-01: decides a page of runs whose time has come, in one transaction: rules in their order on one look at the house.
 * Returns how many there were.
 */
export async function decidePage(actor: SystemActor, tx: Tx, limit: number): Promise<number> {
  await takeLane(tx);
  const at = now();
  const runs = await dueRuns(tx, at, limit);
  if (runs.length === 0) return 0;
  const known = await know(tx, runs, at);
  const fallen = await stopFallen(tx, known);
  const decided: DecidedRun[] = [];
  const counts: Counted[] = [];
  const silenced = new Map<string, number>();
  for (const run of runs) {
    const from = silenced.get(run.happening);
    if (fallen.has(run.ruleId) || (from !== undefined && run.position > from)) continue;
    const settled = await settle(tx, run, known);
    decided.push(settled.decided);
    counts.push(...settled.counts);
    if (settled.stops) silenced.set(run.happening, run.position);
  }
  const { letters } = known;
  const ids = await planMessages(
    actor,
    tx,
    letters.map(({ plan }) => plan),
  );
  for (const [n, { put }] of letters.entries()) put(ids[n] ?? '');
  for (const [happening, position] of silenced) await silenceLater(tx, happening, position, at);
  await saveDecided(tx, decided, at);
  await addCounts(tx, counts);
  return runs.length;
}
