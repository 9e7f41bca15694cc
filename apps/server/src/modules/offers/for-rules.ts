import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/refusal.ts';
import { first, type Tx } from '../../kernel/tx.ts';
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

interface KindNow {
  readonly version: number;
  /** Its terms are those of the version somebody knows. */
  readonly same: boolean;
  readonly by: { readonly kind: string; readonly id: string | null };
}

/** A kind of coupon as it stands, who wrote its terms, and whether they are those of a version known before. */
export const kindOf = (tx: Tx, templateId: string, known = 0) =>
  first<KindNow>(
    tx,
    sql`select t.version, coalesce(k.terms = t.terms, false) as same,
          json_build_object('kind', v.actor_kind, 'id', v.actor_id) as by
        from coupon_templates t
          join coupon_versions v on v.team_id = t.team_id and v.template_id = t.id and v.version = t.version
          left join coupon_versions k on k.team_id = t.team_id and k.template_id = t.id and k.version = ${known}
        where t.team_id = ${tx.team} and t.id = ${templateId}`,
  );
