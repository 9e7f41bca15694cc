import type { cards, outreach, Static } from '@guitai/contract';

export type InfoCard = Static<typeof cards.InfoCard>;
export type Channel = outreach.OutreachChannelWord;
export type Topic = outreach.OutreachTopicWord;
export type State = outreach.OutreachStateWord;
export type Cause = Static<typeof outreach.OutreachCause>;

/** A message as those who decide about it see it. */
export interface OutreachRow {
  readonly id: string;
  readonly key: string;
  readonly shopId: string;
  readonly buyerId: string;
  readonly orderId: string | null;
  readonly conversationId: string | null;
  readonly topic: Topic;
  /** The wish and its fall-backs that were not tried yet. */
  readonly channels: readonly Channel[];
  readonly cause: Cause;
  readonly text: string;
  readonly card: InfoCard | null;
  readonly subject: string | null;
  readonly recheck: string | null;
  readonly urgent: boolean;
  readonly dueAt: Date;
  readonly expiresAt: Date;
  readonly plannedAt: Date;
  readonly state: State;
  readonly reason: string | null;
  readonly channel: Channel | null;
  readonly gatewayId: string | null;
  readonly attempts: number;
  readonly faults: number;
  readonly providerId: string | null;
  readonly sentAt: Date | null;
  readonly deliveredAt: Date | null;
  readonly readAt: Date | null;
  readonly repliedAt: Date | null;
  readonly convertedAt: Date | null;
}
