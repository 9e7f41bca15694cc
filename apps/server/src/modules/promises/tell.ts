import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import type { promiseMade } from './events.ts';
import type { PromiseRow } from './tables.ts';

/** Tells of a promise, never its words. */
export const tellPromise = (
  actor: Actor,
  tx: Tx,
  event: typeof promiseMade,
  row: Pick<
    PromiseRow,
    | 'id'
    | 'shopId'
    | 'buyerId'
    | 'conversationId'
    | 'orderId'
    | 'memberId'
    | 'event'
    | 'state'
    | 'dueAt'
  >,
): void =>
  emit(tx, event, {
    subject: row.id,
    reach: { shop: row.shopId },
    actor,
    data: {
      promiseId: row.id,
      shopId: row.shopId,
      buyerId: row.buyerId,
      conversationId: row.conversationId,
      orderId: row.orderId,
      memberId: row.memberId,
      event: row.event,
      state: row.state,
      dueAt: row.dueAt?.toISOString() ?? null,
    },
  });
