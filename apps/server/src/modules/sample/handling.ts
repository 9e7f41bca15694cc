import type { TeamActor } from '../../kernel/actor.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { setBuyerBlock, setBuyerTags, updateBuyer } from '../buyers/index.ts';
import { addRemark } from '../orders/index.ts';
import { buyers } from './content/people.ts';
import type { Goods } from './goods.ts';
import type { Colleague } from './team.ts';

const done = <R>(result: R): R => {
  if (isRefusal(result)) throw new Error(`the sample was refused: ${result.code}`);
  return result;
};

/** What the sample's team has noted of its buyers: how they are to serve, tags, one on the blocklist. */
export async function handleBuyers(lead: Colleague, tx: Tx, goods: Goods): Promise<void> {
  for (const { key, friendliness, remark, tags, blocked } of buyers) {
    const buyerId = goods.buyers.get(key) ?? '';
    if (friendliness !== null || remark !== '')
      done(await updateBuyer(lead, tx, { buyerId, friendliness, remark }));
    if (tags.length > 0) done(await setBuyerTags(lead, tx, { buyerId, add: [...tags] }));
    if (blocked) done(await setBuyerBlock(lead, tx, { buyerId, reason: blocked }));
  }
}

/** Remarks with flags on the sample's orders. */
export async function handleOrders(author: TeamActor, tx: Tx, goods: Goods): Promise<void> {
  for (const { id, order } of goods.orders)
    for (const [flag, text] of order.remarks)
      await addRemark(author, tx, { orderId: id, flag, text });
}
