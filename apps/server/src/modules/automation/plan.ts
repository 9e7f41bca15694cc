import { clock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import { enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { weighChain } from './chain.rules.ts';
import { noteFound } from './find.store.ts';
import { freshForMs, type Happening } from './happening.rules.ts';
import { work } from './jobs.ts';
import { rulesHearing } from './rule.store.ts';
import { insertRuns, type NewRun } from './run.store.ts';
import { stopRule } from './stop.ts';
import type { RuleRow } from './tables.ts';

const runOf = (rule: RuleRow, happening: Happening): NewRun => ({
  id: newId(),
  ruleId: rule.id,
  shopId: rule.shopId,
  version: rule.version,
  trigger: rule.trigger,
  subjectId: happening.subjectId,
  episode: happening.episode,
  round: happening.round,
  happening: happening.key,
  position: rule.position,
  orderId: happening.orderId,
  conversationId: happening.conversationId,
  buyerId: happening.buyerId,
  messageId: happening.messageId,
  messageText: happening.messageText,
  mark: happening.mark,
  chain: happening.chain,
  happenedAt: happening.at,
  dueAt: new Date(happening.at.getTime() + rule.definition.delayMinutes * 60_000),
});

const hears = (rule: RuleRow, happening: Happening): boolean =>
  rule.shopId === happening.shopId &&
  rule.trigger === happening.trigger &&
  (happening.only === undefined || happening.only === rule.id) &&
  (rule.since === null || rule.since <= happening.at);

/**
 * Plans what rules have to answer, in the transaction that moves past what happened. What is older than two days, or older
 * than the rule's switching on, is history: a first import of ten thousand orders speaks to nobody.
 */
export async function planRuns(tx: Tx, happened: readonly Happening[]): Promise<number> {
  const oldest = clock.now() - freshForMs;
  const fresh = happened.filter(({ at }) => at.getTime() >= oldest);
  if (fresh.length === 0) return 0;
  const rules = await rulesHearing(
    tx,
    [...new Set(fresh.map(({ shopId }) => shopId))],
    [...new Set(fresh.map(({ trigger }) => trigger))],
  );
  const runs: NewRun[] = [];
  for (const happening of fresh) {
    for (const rule of rules) {
      if (!hears(rule, happening)) continue;
      const verdict = weighChain(happening.chain, rule);
      if (verdict.go) runs.push(runOf(rule, happening));
      else if (verdict.why !== 'own') await stopRule(tx, rule.id, verdict.why, verdict.detail);
    }
  }
  const planned = await insertRuns(tx, runs);
  if (planned > 0)
    await noteFound(
      tx,
      runs.flatMap(({ orderId }) => orderId ?? []),
      runs.flatMap(({ buyerId }) => buyerId ?? []),
    );
  if (planned > 0) await wakeAt(tx, runs);
  return planned;
}

/** Wakes the worker at each second at which something becomes due; many of one second are one job. */
export async function wakeAt(tx: Tx, runs: readonly { readonly dueAt: Date }[]): Promise<void> {
  const present = clock.now();
  const seconds = new Set(
    runs.map(({ dueAt }) => Math.max(0, Math.ceil((dueAt.getTime() - present) / 1_000))),
  );
  for (const second of seconds) {
    // Two that are due at once may be planned by two transactions: a job of its own for each, the second finds nothing.
    if (second === 0) await enqueue(tx, work, {});
    else {
      const at = Math.ceil(present / 1_000) + second;
      const when = { runAt: new Date(at * 1_000), key: `automation ${tx.team} ${at}` };
      await enqueue(tx, work, {}, when);
    }
  }
}
