import type { automation, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { reachRule, reachShop } from './rule.reach.ts';
import { rulesOfShop, savePositions, versionsOf } from './rule.store.ts';
import { tell } from './rule.tell.ts';
import { showRules } from './shown.ts';

/** Rules of a shop in the order they run. */
export async function listRules(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof automation.listRules>,
) {
  const shop = await reachShop(actor, tx, shopId, 'automation.read');
  if (isRefusal(shop)) return shop;
  return { items: await showRules(actor, tx, await rulesOfShop(tx, shopId)) };
}

/** Says in which order the rules of a shop run. */
export async function moveRules(
  actor: StaffActor,
  tx: Tx,
  { shopId, ruleIds }: InputOf<typeof automation.moveRules>,
) {
  const shop = await reachShop(actor, tx, shopId, 'automation.manage');
  if (isRefusal(shop)) return shop;
  const before = await rulesOfShop(tx, shopId);
  const known = new Set(before.map(({ id }) => id));
  if (known.size !== ruleIds.length || !ruleIds.every((id) => known.has(id)))
    return refuse('rule.order_incomplete');
  await savePositions(tx, ruleIds);
  const [first] = before;
  if (first) tell(actor, tx, first, 'moved');
  return { items: await showRules(actor, tx, await rulesOfShop(tx, shopId)) };
}

/** Versions of a rule, newest first. */
export async function listRuleVersions(
  actor: StaffActor,
  tx: Tx,
  { ruleId }: InputOf<typeof automation.listRuleVersions>,
) {
  const rule = await reachRule(actor, tx, ruleId, 'automation.read');
  if (isRefusal(rule)) return rule;
  const items = await versionsOf(tx, ruleId);
  return { items: items.map((one) => ({ ...one, at: one.at.toISOString() })) };
}
