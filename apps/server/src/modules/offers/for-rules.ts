import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { can, weigh } from '../access/index.ts';
import { limitedOf } from './issue.ts';
import { readTemplate } from './template.store.ts';
import { leastLeft } from './terms.rules.ts';

/** Whether a shop has this kind of coupon and still gives it out. */
export async function isGiven(tx: Tx, templateId: string, shopId: string): Promise<boolean> {
  const template = await readTemplate(tx, templateId);
  return template?.shopId === shopId && template.stoppedAt === null;
}

/** Whether somebody may have it given in their name: by hand it would need no approval. */
export async function mayGive(actor: StaffActor, tx: Tx, templateId: string, shopId: string) {
  const template = await readTemplate(tx, templateId);
  if (template?.shopId !== shopId || can(actor, 'coupons.issue', { shop: shopId }) !== 'yes')
    return refuse('coupon.template_not_found');
  const known = { floor: leastLeft(template.terms), orderId: null };
  const act = { ...limitedOf(template, '', known), buyerId: null };
  const { verdict } = await weigh(actor, tx, act);
  return verdict === 'yes' ? null : refuse('rule.coupon_beyond', { name: template.name });
}
