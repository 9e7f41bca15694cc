import type { Actor } from '../../kernel/actor.ts';
import { emit } from '../../kernel/events.ts';
import type { Tx } from '../../kernel/tx.ts';
import { followupChanged } from './events.ts';
import type { FollowupRow } from './tables.ts';

type Told = Pick<FollowupRow, 'id' | 'shopId' | 'buyerId' | 'reason' | 'state' | 'assigneeId'>;

/** Tells of a follow-up, never its words. */
export const tellFollowup = (actor: Actor, tx: Tx, row: Told, event = followupChanged): void =>
  emit(tx, event, {
    subject: row.id,
    reach: { shop: row.shopId },
    actor,
    data: {
      followupId: row.id,
      shopId: row.shopId,
      buyerId: row.buyerId,
      reason: row.reason,
      state: row.state,
      assigneeId: row.assigneeId,
    },
  });
