import type { followups } from '@guitai/contract';

/** A follow-up as those who decide about it see it. */
export interface FollowupRow {
  readonly id: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly reason: followups.FollowupReasonWord;
  readonly occasion: string;
  readonly state: followups.FollowupStateWord;
  readonly topic: 'service' | 'marketing';
  readonly since: Date;
  readonly plannedAt: Date | null;
  readonly conversationId: string | null;
  readonly orderId: string | null;
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly belowMinor: number | null;
  readonly assigneeId: string | null;
  readonly note: string;
  readonly messageId: string | null;
  readonly round: number;
  readonly result: string | null;
  readonly why: string | null;
  readonly contactedAt: Date | null;
  readonly contactedBy: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
}
