/** Who said it: a person, the product by itself, an integrator's key; `ai` and `assist` are kept for answering robots. */
export type ReplyKind = 'human' | 'ai' | 'assist' | 'automation' | 'echo';

/** What the buyer said in one go, until somebody answered. A row once it is over or as long as it is open. */
export interface Round {
  /** Number of its first message within the conversation. */
  readonly seq: number;
  readonly episode: number;
  readonly buyerId: string;
  readonly day: string;
  /** Minutes after midnight in the shop. */
  readonly minute: number;
  readonly messageId: string;
  readonly startedAt: string;
  readonly lastAt: string;
  readonly messages: number;
  /** First message since a person last answered: earlier than `startedAt` where only a machine answered in between. */
  readonly chainAt: string;
  /** The buyer wrote again after a machine's answer, before any person's. */
  readonly continued: boolean;
  readonly replyAt: string | null;
  readonly replyKind: ReplyKind | null;
  readonly replyBy: string | null;
  readonly humanAt: string | null;
  readonly humanBy: string | null;
  readonly humanSeq: number | null;
  /** Since when the person who answered had held the conversation; null: they did not hold it. */
  readonly heldSince: string | null;
  /** Who held it when it was answered or closed, or holds it now. */
  readonly holderId: string | null;
  /** When a robot handed over to people within the round. */
  readonly botUntil: string | null;
  /** Closed by a person who saw that no answer was needed. */
  readonly dismissedAt: string | null;
}

/** From opening or reopening to closing. */
export interface Session {
  readonly episode: number;
  readonly buyerId: string;
  readonly day: string;
  readonly minute: number;
  readonly startedAt: string;
  readonly begunBy: 'buyer' | 'member' | 'system' | null;
  readonly reopened: boolean;
  readonly firstMessageId: string | null;
  readonly firstCustomerAt: string | null;
  readonly lastCustomerAt: string | null;
  readonly firstReplyAt: string | null;
  readonly firstReplyKind: ReplyKind | null;
  readonly firstHumanAt: string | null;
  readonly firstHumanBy: string | null;
  readonly lastHumanAt: string | null;
  readonly lastHumanBy: string | null;
  readonly assignedAt: string | null;
  readonly assignedTo: string | null;
  readonly botUntil: string | null;
  readonly closedAt: string | null;
  readonly closedKind: string | null;
  readonly closedBy: string | null;
  readonly spam: boolean;
  readonly buyerMessages: number;
  readonly humanMessages: number;
  readonly autoMessages: number;
  readonly products: readonly string[];
}

/** What one person did in a session. */
export interface Part {
  readonly episode: number;
  readonly memberId: string;
  readonly buyerId: string;
  readonly day: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly messages: number;
}

/** What a person said in one go, until the buyer or a colleague spoke. */
export interface Turn {
  /** Number of its first message within the conversation. */
  readonly seq: number;
  readonly episode: number;
  readonly memberId: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly lastSeq: number;
  readonly messages: number;
}

/** What told that a product was being talked about: `order` and `coupon` tell of what was served, not of what was asked. */
export type TopicWhy = 'page' | 'card' | 'link' | 'words' | 'order' | 'coupon';

/** From which message on a product was under discussion; those of one message stand together. */
export interface Topic {
  readonly seq: number;
  readonly episode: number;
  readonly productId: string;
  readonly why: TopicWhy;
  /** When it came up. */
  readonly at: string;
}

/** Where a conversation stands as its facts know it. */
export interface Talk {
  readonly id: string;
  readonly shopId: string;
  readonly channelId: string;
  readonly buyerId: string;
  /** The last event that is in the facts; none is counted twice. */
  readonly seq: number;
  /** Number of the last message. */
  readonly lastSeq: number;
  readonly state: string;
  readonly holder: string | null;
  readonly heldSince: string | null;
  readonly session: Session;
  /** Not yet answered by a person. */
  readonly round: Round | null;
  /** What a person is saying. */
  readonly turn: Turn | null;
  readonly parts: readonly Part[];
}

/** A message, as the facts need it. */
export interface SaidMessage {
  readonly id: string;
  readonly seq: number;
  readonly kind: string;
  readonly author: { readonly kind: string; readonly id: string | null };
  readonly at: string;
  readonly card: { readonly type: string; readonly id?: string } | null;
}

/** A conversation, as an event tells of it. */
export interface ToldConversation {
  readonly id: string;
  readonly shopId: string;
  readonly channelId: string;
  readonly buyerId: string;
  readonly state: string;
  readonly assigneeId: string | null;
  readonly openedAt: string;
  readonly resolvedAt: string | null;
  readonly page?: { readonly productId?: string } | null;
}

/** An event of the log that facts are made of. */
export interface Told {
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly conversation: ToldConversation;
  readonly message: SaidMessage | null;
}

/** An event that tells which products are under discussion; `seq` null: since the last message. */
export interface ToldTopic {
  readonly seq: number;
  readonly at: string;
  readonly talkId: string;
  readonly about: {
    readonly seq: number | null;
    readonly products: readonly string[];
    readonly why: TopicWhy;
  };
}

/** The shop's date and minute of the day at an instant. */
export type LocalTime = (
  shopId: string,
  at: string,
) => { readonly day: string; readonly minute: number };

/** What changed with some events: rows to write. */
export interface Folded {
  readonly talk: Talk;
  readonly rounds: ReadonlyMap<number, Round>;
  readonly sessions: ReadonlyMap<number, Session>;
  readonly parts: ReadonlyMap<string, Part>;
  readonly turns: ReadonlyMap<number, Turn>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** The buyer is another one: what was written of this conversation follows. */
  readonly buyerChanged: boolean;
  /** What decides about enquiries changed: who served last, what was asked, a new session. */
  readonly enquiryChanged: boolean;
}
