/** The module speaks SQL directly; this names what a channel and a visitor are in its own tables. */

/** A web channel as the row holds it. */
export interface ChannelRow {
  readonly id: string;
  readonly shopId: string;
  readonly name: string;
  readonly site: string;
  readonly enabled: boolean;
  readonly origins: string[];
  readonly colour: string;
  readonly greeting: Record<string, string>;
  readonly awayNotice: Record<string, string>;
  readonly preChat: { name: 'name' | 'phone' | 'email'; required: boolean }[];
  /** Sealed with the server's secret. */
  readonly identitySecret: Buffer;
}

/** A browser that has written, or that the shop has vouched for. */
export interface VisitorRow {
  readonly id: string;
  readonly buyerId: string;
  readonly rotatedAt: Date;
  readonly verified: boolean;
  /** The shop has vouched for them at some time, even if its word has run out since. */
  readonly proven: boolean;
  readonly current: boolean;
}
