import { system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { staffById } from '../access/index.ts';
import { membersWith, notify } from '../notices/index.ts';
import { pauseCause } from '../outreach/index.ts';
import { beyondOwn } from './definition.ts';
import { ruleStopped } from './events.ts';
import { readRule, saveRule } from './rule.store.ts';
import type { RuleRow } from './tables.ts';

type Why = NonNullable<RuleRow['stoppedWhy']>;

/** Who can mend it: whoever manages rules; where it needs somebody to act for, only those who may do all it does. */
async function menders(tx: Tx, rule: RuleRow, why: Why): Promise<string[]> {
  const managers = await membersWith(tx, 'automation.manage', rule.shopId);
  if (why !== 'author_gone' && why !== 'author_lost') return managers;
  const found: string[] = [];
  for (const id of managers) {
    const actor = await staffById(tx, 'member', id);
    if (actor && !beyondOwn(actor, rule.shopId, rule.definition)) found.push(id);
  }
  return found;
}

/** AUT-05, AUT-11: pauses a rule that cannot go on as it is, and tells those who can mend it, once. */
export async function stopRule(tx: Tx, id: string, why: Why, detail: string): Promise<void> {
  const rule = await readRule(tx, id, true);
  if (rule?.state !== 'on') return;
  const at = now();
  await saveRule(tx, {
    ...rule,
    state: 'paused',
    stoppedAt: at,
    stoppedWhy: why,
    stoppedDetail: detail,
    updatedAt: at,
  });
  await pauseCause(system(tx.team ?? '', 'automation.stop'), tx, { kind: 'rule', id });
  await notify(tx, {
    to: await menders(tx, rule, why),
    kind: 'rule_stopped',
    shopId: rule.shopId,
    subject: { kind: 'rule', id },
    path: `/marketing/care/${id}?shop=${rule.shopId}`,
    params: { rule: rule.name, why, detail },
    key: `rule_stopped:${id}:${at.toISOString()}`,
  });
  emit(tx, ruleStopped, {
    subject: id,
    reach: { shop: rule.shopId },
    actor: system(tx.team ?? '', 'automation.stop'),
    data: { ruleId: id, shopId: rule.shopId, why },
  });
}
