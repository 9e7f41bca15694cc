import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { ruleChanged } from './events.ts';
import type { RuleRow } from './tables.ts';

/** Says that a rule, or the order of the rules, is another now. */
export function tell(
  actor: Actor,
  tx: Tx,
  rule: Pick<RuleRow, 'id' | 'shopId'>,
  why: string,
): void {
  emit(tx, ruleChanged, {
    subject: rule.id,
    reach: { shop: rule.shopId },
    actor,
    data: { ruleId: rule.id, shopId: rule.shopId, why },
  });
}

/** Puts what somebody did to a rule on record. */
export const note = (
  actor: StaffActor,
  tx: Tx,
  rule: RuleRow,
  action: string,
  changes: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) =>
  record(tx, actor, {
    action,
    subject: { kind: 'rule', id: rule.id },
    shop: rule.shopId,
    ...changes,
  });
