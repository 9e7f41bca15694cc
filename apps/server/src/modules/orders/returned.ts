import type { Actor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { OrderFacts } from './facts.store.ts';
import { insertStatus, writeStatus } from './place.store.ts';
import { mayBecome } from './status.rules.ts';

/** Every piece of a locked order has come back: it ends as returned. An order of a platform follows its platform. */
export async function markReturned(actor: Actor, tx: Tx, order: OrderFacts): Promise<void> {
  if (order.source === 'connector' || !mayBecome(order.status, 'returned')) return;
  await writeStatus(tx, order.id, 'returned');
  await insertStatus(actor, tx, order.id, 'returned');
}
