import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { readSummary } from './buyer.store.ts';
import type { buyerBlocked, buyerChanged, buyerCreated, buyerUnblocked } from './events.ts';

type BuyerEvent =
  | typeof buyerChanged
  | typeof buyerCreated
  | typeof buyerBlocked
  | typeof buyerUnblocked;

/** Says that a buyer changed, once for each shop the buyer stands in, so that nobody hears of another shop's buyer. */
export async function tell(
  actor: Actor,
  tx: Tx,
  event: BuyerEvent,
  buyerId: string,
  fields: readonly string[],
): Promise<void> {
  const buyer = await readSummary(tx, buyerId);
  for (const shop of buyer.shopIds) {
    emit(tx, event, {
      subject: buyerId,
      reach: { shop },
      actor,
      data: { buyer, fields: [...fields] },
    });
  }
}
