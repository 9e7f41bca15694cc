import { now } from '../../kernel/clock.ts';
import { enqueue } from '../../kernel/jobs.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findShop } from '../shops/index.ts';
import type { Happening } from './happening.rules.ts';
import { work } from './jobs.ts';
import { planRuns } from './plan.ts';
import { dueTimers, readRule, setTimer } from './rule.store.ts';
import { nextDue } from './schedule.rules.ts';
import { newestConversations, newestOrders } from './snapshot.store.ts';
import type { RuleRow } from './tables.ts';

/** A rule by the clock looks at so many of the newest. */
const looked = 1_000;

const happeningOf = (rule: RuleRow, id: string, due: Date): Happening => {
  const isOrder = rule.definition.schedule?.of === 'orders';
  return {
    trigger: 'schedule',
    shopId: rule.shopId,
    subjectId: id,
    episode: `at ${due.toISOString()}`,
    round: 'schedule',
    orderId: isOrder ? id : null,
    conversationId: isOrder ? null : id,
    buyerId: null,
    messageId: null,
    messageText: null,
    mark: null,
    at: due,
    key: `schedule ${rule.id} ${due.toISOString()} ${id}`,
    chain: [],
    only: rule.id,
  };
};

/** Sets the timer of a rule to its next time after the given one; a rule that is off or has no clock has none. */
export async function planTimer(tx: Tx, rule: RuleRow, after: Date): Promise<void> {
  const { schedule, trigger } = rule.definition;
  const runs = rule.state !== 'off' && trigger === 'schedule' && schedule !== null;
  const shop = runs ? await findShop(tx, rule.shopId) : null;
  const due = shop && schedule ? nextDue(schedule, shop.timezone, after) : null;
  await setTimer(tx, rule.id, due);
  if (due) await enqueue(tx, work, {}, { runAt: due, key: `automation ${rule.id} clock` });
}

/**
 * G17: fires timers whose time has come, each once: the next time is after the one that was due, whatever the clock of the
 * machine says meanwhile, and not before now, so that a long stop is not made up for.
 */
export async function fireTimers(tx: Tx): Promise<void> {
  const at = now();
  for (const { ruleId, dueAt } of await dueTimers(tx, at)) {
    const rule = await readRule(tx, ruleId);
    if (!rule) continue;
    if (rule.state === 'on') await plan(tx, rule, dueAt);
    await planTimer(tx, rule, new Date(Math.max(dueAt.getTime(), at.getTime())));
  }
}

async function plan(tx: Tx, rule: RuleRow, due: Date): Promise<void> {
  const newest = rule.definition.schedule?.of === 'orders' ? newestOrders : newestConversations;
  const subjects = await newest(tx, rule.shopId, looked);
  await planRuns(
    tx,
    subjects.map(({ id }) => happeningOf(rule, id, due)),
  );
}
