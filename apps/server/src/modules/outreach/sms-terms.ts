import type { InputOf, outreach, ReplyOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { can } from '../../kernel/can.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { findShop } from '../shops/index.ts';
import { gatewayRows } from './gateway.store.ts';
import { gatewayOf } from './roads.ts';

/** By which gateway a shop's text messages leave and what a part costs there; never its account. */
export async function getSmsTerms(
  actor: StaffActor,
  tx: Tx,
  { shopId }: InputOf<typeof outreach.getSmsTerms>,
) {
  const sees = can(actor, 'outreach.read', { shop: shopId }) === 'yes';
  if (!sees || !(await findShop(tx, shopId))) return refuse('shop.not_found');
  const open = (await gatewayRows(tx)).filter(({ enabled }) => enabled);
  const gateway = gatewayOf(open, shopId, 'sms');
  const terms: ReplyOf<typeof outreach.getSmsTerms> = {
    gateway: gateway?.kind ?? null,
    priceMicros: gateway?.priceMicros ?? null,
    currency: gateway?.currency ?? null,
  };
  return terms;
}
