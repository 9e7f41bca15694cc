import type { buyers, InputOf } from '@guitai/contract';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
import { deleteBlock, insertBlock } from './blocklist.store.ts';
import { getBuyer, reachBuyer } from './buyer.ts';
import { buyerBlocked, buyerUnblocked } from './events.ts';
import { tell } from './tell.ts';

const memberOf = (actor: StaffActor) => (actor.kind === 'member' ? actor.member : null);

/** Puts a buyer on the blocklist: from now on the words of this buyer are kept and disturb nobody. */
export async function setBuyerBlock(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof buyers.setBuyerBlock>,
) {
  const buyer = await reachBuyer(actor, tx, input.buyerId, 'buyers.block');
  if (isRefusal(buyer)) return buyer;
  if (!(await insertBlock(tx, buyer.id, input.reason, memberOf(actor))))
    return refuse('buyer.already_blocked');
  record(tx, actor, {
    action: 'buyer.blocked',
    subject: { kind: 'buyer', id: buyer.id },
    reason: input.reason,
    shop: buyer.shop_ids[0] ?? null,
  });
  await tell(actor, tx, buyerBlocked, buyer.id, ['blocked']);
  return getBuyer(actor, tx, input);
}

/** Takes a buyer off the blocklist. */
export async function removeBuyerBlock(
  actor: StaffActor,
  tx: Tx,
  input: InputOf<typeof buyers.removeBuyerBlock>,
) {
  const buyer = await reachBuyer(actor, tx, input.buyerId, 'buyers.block');
  if (isRefusal(buyer)) return buyer;
  const before = await deleteBlock(tx, buyer.id);
  if (before === null) return refuse('buyer.not_blocked');
  record(tx, actor, {
    action: 'buyer.unblocked',
    subject: { kind: 'buyer', id: buyer.id },
    before: { reason: before },
    shop: buyer.shop_ids[0] ?? null,
  });
  await tell(actor, tx, buyerUnblocked, buyer.id, ['blocked']);
  return getBuyer(actor, tx, input);
}
