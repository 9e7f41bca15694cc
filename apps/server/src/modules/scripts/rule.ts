import type { InputOf, scripts } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { briefShops } from '../shops/index.ts';
import { approves, sees } from './reach.ts';
import { readRules, saveRule } from './rule.store.ts';

const homeOf = (shopId: string | null) =>
  ({ scope: shopId === null ? 'team' : 'shop', ownerId: null, shopId }) as const;

/** For the team and each shop in sight: whether a supervisor has to approve. */
export async function getScriptRules(actor: StaffActor, tx: Tx) {
  const rules = new Map((await readRules(tx)).map(({ shopId, approval }) => [shopId, approval]));
  const shops = (await briefShops(tx, null)).map(({ id }) => id);
  const items = [null, ...shops]
    .filter((shopId) => sees(actor, homeOf(shopId)))
    .map((shopId) => ({
      shopId,
      approval: rules.get(shopId) ?? false,
      can: approves(actor, homeOf(shopId)) ? ['setScriptRule'] : [],
    }));
  return { items };
}

/** Says whether a supervisor has to approve; for who approves there. */
export async function setScriptRule(
  actor: StaffActor,
  tx: Tx,
  { shopId, approval }: InputOf<typeof scripts.setScriptRule>,
) {
  const shops = await briefShops(tx, null);
  const known = shopId === null || shops.some(({ id }) => id === shopId);
  if (!known || !sees(actor, homeOf(shopId))) return refuse('shop.not_found');
  if (!approves(actor, homeOf(shopId)))
    return refuse('access.denied', { permission: 'scripts.approve' });
  await saveRule(tx, shopId, approval);
  record(tx, actor, {
    action: 'script.rule_set',
    subject: shopId ? { kind: 'shop', id: shopId } : null,
    after: { approval },
    shop: shopId,
  });
}
