import type { StaffActor, TeamActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { forgetAuthorityOf, removeMember } from '../access/index.ts';
import { record } from '../audit/index.ts';
import { forgetBuyersOf } from '../buyers/index.ts';
import { forgetChannelsOf } from '../channels/index.ts';
import { forgetConversationsOf, forgetMember } from '../conversations/index.ts';
import { forgetKnowledgeOf } from '../knowledge/index.ts';
import { forgetGatewaysOf } from '../outreach/index.ts';
import { forgetReviewsOf } from '../reviews/index.ts';
import { removeShop } from '../shops/index.ts';
import { deleteSample, lockSample, sampleShopOf } from './sample.store.ts';
import { shown } from './sample.ts';

/**
 * Takes the sample shop away with everything in it. Every statement names the sample's shop or one of its members, so nothing
 * else can be touched; products, orders, parcels and accounts go with their shop.
 */
export async function removeSample(actor: TeamActor, tx: Tx): Promise<void> {
  await lockSample(tx);
  const sample = await sampleShopOf(tx);
  if (!sample) return;
  const { shop_id: shopId } = sample;
  await forgetConversationsOf(tx, shopId);
  await forgetChannelsOf(tx, shopId);
  await forgetBuyersOf(tx, shopId);
  await forgetAuthorityOf(tx, shopId);
  await forgetGatewaysOf(tx, shopId);
  await forgetReviewsOf(tx, shopId);
  await forgetKnowledgeOf(tx, shopId);
  await deleteSample(tx);
  for (const memberId of sample.member_ids) {
    await forgetMember(actor, tx, memberId);
    const gone = await removeMember(actor, tx, memberId);
    if (isRefusal(gone)) throw new Error('a sample colleague was gone already');
  }
  const removed = await removeShop(actor, tx, shopId);
  if (isRefusal(removed)) throw new Error('the sample shop was gone already');
  record(tx, actor, {
    action: 'sample.removed',
    subject: { kind: 'shop', id: shopId },
    shop: shopId,
  });
}

/** The same for the API; a second time changes nothing. */
export async function removeSampleShop(actor: StaffActor, tx: Tx) {
  await removeSample(actor, tx);
  return shown(actor, undefined);
}
