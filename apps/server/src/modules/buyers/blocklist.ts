import type { buyers, InputOf } from '@guitai/contract';
import { sql } from 'kysely';
import type { StaffActor } from '../../kernel/actor.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { first, type Tx } from '../../kernel/tx.ts';
import { record } from '../audit/index.ts';
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
  const listed = await first(
    tx,
    sql`insert into blocklistings (team_id, buyer_id, reason, by_member)
        values (${tx.team}, ${buyer.id}, ${input.reason}, ${memberOf(actor)})
        on conflict do nothing returning 1 as one`,
  );
  if (!listed) return refuse('buyer.already_blocked');
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
  const freed = await first<{ reason: string }>(
    tx,
    sql`delete from blocklistings where team_id = ${tx.team} and buyer_id = ${buyer.id} returning reason`,
  );
  if (!freed) return refuse('buyer.not_blocked');
  record(tx, actor, {
    action: 'buyer.unblocked',
    subject: { kind: 'buyer', id: buyer.id },
    before: { reason: freed.reason },
    shop: buyer.shop_ids[0] ?? null,
  });
  await tell(actor, tx, buyerUnblocked, buyer.id, ['blocked']);
  return getBuyer(actor, tx, input);
}
