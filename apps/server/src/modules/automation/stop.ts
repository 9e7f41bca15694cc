import { system } from '../../kernel/actor.ts';
import { now } from '../../kernel/clock.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { membersWith, notify } from '../notices/index.ts';
import { ruleStopped } from './events.ts';
import { readRule, saveRule } from './rule.store.ts';
import type { RuleRow } from './tables.ts';

type Why = NonNullable<RuleRow['stoppedWhy']>;

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
  await notify(tx, {
    to: await membersWith(tx, 'automation.manage', rule.shopId),
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
