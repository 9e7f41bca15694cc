import type { promises } from '@guitai/contract';

export interface PromiseRow {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly conversationId: string | null;
  readonly messageId: string | null;
  /** By which the buyer was last told of a later time. */
  readonly toldMessageId: string | null;
  readonly orderId: string | null;
  readonly productId: string | null;
  readonly productTitle: string;
  readonly sentence: string;
  readonly memberId: string | null;
  readonly event: promises.PromiseEventWord;
  /** What was refunded, or what the product cost, when it was promised; minor units. */
  readonly baseline: number | null;
  readonly state: promises.PromiseStateWord;
  readonly madeAt: Date;
  readonly dueAt: Date | null;
  readonly readyAt: Date | null;
  readonly settledAt: Date | null;
  readonly settledBy: string | null;
  readonly reason: string;
}
