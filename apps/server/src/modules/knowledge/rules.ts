import type { InputOf, knowledge } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { findShop } from '../shops/index.ts';
import { fourEyesOf, setFourEyes } from './rules.store.ts';

export async function getKnowledgeRules(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof knowledge.getKnowledgeRules>,
) {
  const reached = can(actor, 'knowledge.read', { shop: shopId }) === 'yes';
  if (!reached || !(await findShop(tx, shopId))) return refuse('shop.not_found');
  return { shopId, fourEyes: await fourEyesOf(tx, shopId) };
}

/** Whether a writer may approve the own words, for shops with one person. */
export async function putKnowledgeRules(
  actor: StaffActor,
  tx: Tx,
  { shopId, fourEyes }: InputOf<typeof knowledge.putKnowledgeRules>,
) {
  if (!(await findShop(tx, shopId))) return refuse('shop.not_found');
  if (can(actor, 'knowledge.approve', { shop: shopId }) !== 'yes') return refuse('shop.not_found');
  const before = await fourEyesOf(tx, shopId);
  await setFourEyes(tx, shopId, fourEyes);
  const subject = { kind: 'shop', id: shopId };
  record(tx, actor, {
    action: 'knowledge.rules_changed',
    subject,
    before: { fourEyes: before },
    after: { fourEyes },
    shop: shopId,
  });
  return { shopId, fourEyes };
}
