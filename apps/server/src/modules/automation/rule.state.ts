import type { automation, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { enqueue } from '../../kernel/jobs.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { pauseCause, resumeCause, stopCause } from '../outreach/index.ts';
import { authorshipOf, mayAuthor, refuseOrphan } from './author.ts';
import { checkDefinition } from './definition.ts';
import { holdStill } from './hold.ts';
import { work } from './jobs.ts';
import { reachRule } from './rule.reach.ts';
import { listenFromNow, saveRule } from './rule.store.ts';
import { note, tell } from './rule.tell.ts';
import { showRule } from './shown.ts';
import type { RuleRow } from './tables.ts';
import { planTimer } from './timer.ts';

/** Who a rule acts for once it is on: who wrote it; of a ready-made one nobody has touched, who switches it on. */
async function authorOn(actor: StaffActor, tx: Tx, rule: RuleRow, state: RuleRow['state']) {
  if (state !== 'on') return rule.author;
  if (rule.author) return (await refuseOrphan(tx, rule)) ?? rule.author;
  return (await mayAuthor(actor, tx, rule)) ?? authorshipOf(actor, tx, rule);
}

/** Switches a rule; what it has planned waits, goes on or is dropped at once, in every process. */
export async function setRuleState(
  actor: StaffActor,
  tx: Tx,
  { ruleId, state }: InputOf<typeof automation.setRuleState>,
) {
  await holdStill(tx);
  const rule = await reachRule(actor, tx, ruleId, 'automation.manage');
  if (isRefusal(rule)) return rule;
  if (rule.state === state) return showRule(actor, tx, rule);
  const author = await authorOn(actor, tx, rule, state);
  if (isRefusal(author)) return author;
  return switchTo(actor, tx, { ...rule, author }, state);
}

/** The rule in another state, with all that follows from it. */
async function switchTo(actor: StaffActor, tx: Tx, rule: RuleRow, state: RuleRow['state']) {
  const { id: ruleId } = rule;
  const at = now();
  const next: RuleRow = {
    ...rule,
    ...{ state, updatedAt: at, stoppedAt: null, stoppedWhy: null, stoppedDetail: null },
  };
  await saveRule(tx, next);
  if (state === 'on' && rule.state === 'off') await listenFromNow(tx, ruleId);
  await planTimer(tx, next, at);
  const cause = { kind: 'rule', id: ruleId };
  const change = { on: resumeCause, paused: pauseCause, off: stopCause }[state];
  await change(actor, tx, cause);
  await enqueue(tx, work, {});
  tell(actor, tx, next, state);
  note(actor, tx, next, 'rule.switched', { before: { state: rule.state }, after: { state } });
  return showRule(actor, tx, next);
}

/** AUT-11: takes a rule over: from now on it acts for who does so, within what that person may do; a stopped one goes on. */
export async function adoptRule(
  actor: StaffActor,
  tx: Tx,
  { ruleId }: InputOf<typeof automation.adoptRule>,
) {
  await holdStill(tx);
  const rule = await reachRule(actor, tx, ruleId, 'automation.manage');
  if (isRefusal(rule)) return rule;
  const unfit =
    (await checkDefinition(tx, rule.shopId, rule.definition)) ?? (await mayAuthor(actor, tx, rule));
  if (unfit) return unfit;
  const next = { ...rule, author: await authorshipOf(actor, tx, rule) };
  const orphaned = rule.stoppedWhy === 'author_gone' || rule.stoppedWhy === 'author_lost';
  note(actor, tx, rule, 'rule.adopted', {
    before: { author: rule.author?.id ?? null },
    after: { author: next.author.id },
  });
  if (orphaned) return switchTo(actor, tx, next, 'on');
  await saveRule(tx, next);
  tell(actor, tx, next, 'adopted');
  return showRule(actor, tx, next);
}
