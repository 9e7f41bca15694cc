import type { Actor } from '../../kernel/actor.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can } from '../access/index.ts';
import { findShop } from '../shops/index.ts';
import { readRule } from './rule.store.ts';
import type { RuleRow } from './tables.ts';

type Permission = 'automation.read' | 'automation.manage';

/** A shop whose rules the actor may see or manage; otherwise there is none. */
export const reachShop = async (actor: Actor, tx: Tx, shopId: string, permission: Permission) =>
  (can(actor, permission, { shop: shopId }) === 'yes' ? await findShop(tx, shopId) : null) ??
  refuse('shop.not_found');

/** A rule the actor may see, or hold while it is changed; otherwise there is none. */
export async function reachRule(
  actor: Actor,
  tx: Tx,
  id: string,
  permission: Permission,
): Promise<RuleRow | Refusal<'rule.not_found'>> {
  const rule = await readRule(tx, id, permission === 'automation.manage');
  return rule && can(actor, permission, { shop: rule.shopId }) === 'yes'
    ? rule
    : refuse('rule.not_found');
}
