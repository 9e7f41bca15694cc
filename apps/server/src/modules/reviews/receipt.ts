import { now } from '../../kernel/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { Tx } from '../../kernel/tx.ts';
import { isOver } from './appraise.rules.ts';
import { receiptOf } from './receipt.store.ts';

/** Whether the order can be reviewed: it is here, and not too long. */
export async function reviewable(tx: Tx, orderId: string, windowDays: number) {
  const receipt = await receiptOf(tx, orderId);
  if (!receipt) return refuse('review.not_received');
  return isOver(receipt.receivedAt, windowDays, now())
    ? refuse('review.too_late', { days: windowDays })
    : receipt;
}
