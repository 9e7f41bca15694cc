/** A webhook as it is kept. */
export interface WebhookRow {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly types: string[];
  readonly shopIds: string[] | null;
  readonly secret: Buffer;
  readonly oldSecret: Buffer | null;
  readonly oldSecretUntil: Date | null;
  readonly enabled: boolean;
  readonly pausedAt: Date | null;
  readonly pausedWhy: 'failing' | 'gone' | 'creator' | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly restUntil: Date | null;
  readonly seq: number;
  readonly creatorKind: 'member' | 'key';
  readonly creatorId: string;
  readonly createdAt: Date;
}

/** A delivery as it is kept: which event, not what it says. */
export interface DeliveryRow {
  readonly id: string;
  readonly webhookId: string;
  readonly eventSeq: number;
  readonly eventId: string;
  readonly type: string;
  readonly subject: string;
  readonly eventAt: Date;
  readonly state: 'waiting' | 'delivered' | 'given_up' | 'dropped';
  readonly attempts: number;
  readonly nextAt: Date;
  readonly triedAt: Date | null;
  readonly status: number | null;
  readonly tookMs: number | null;
  readonly answer: string;
  readonly trouble: string;
  readonly replayOf: string | null;
}
