import type { OutboundReply, OutboundRequest } from '../../kernel/outbound.ts';
import type { Refusal } from '../../kernel/refusal.ts';

export { countParts, splitText } from '@guitai/contract/outreach.sms';
export { jsonOf } from './body.rules.ts';
export { unanswered } from './unanswered.rules.ts';

/** A message as it leaves. `key` is ours and stable: the same key is the same message. */
export interface Outgoing {
  readonly key: string;
  /** E.164, or an e-mail address. */
  readonly to: string;
  readonly text: string;
  readonly subject: string | null;
  /** In a mail: where the recipient says no. */
  readonly unsubscribeUrl: string | null;
}

/** What a gateway answers. It never throws. */
export type SendAnswer =
  | {
      readonly state: 'accepted';
      /** What receipts will call it; several ids for the parts of one message. */
      readonly providerId: string | null;
      readonly parts?: number | null;
      readonly priceMicros?: number | null;
      readonly currency?: string | null;
    }
  /** It was told no. `again`: later it may be yes. `denied`: it is our account that is refused. */
  | {
      readonly state: 'refused';
      readonly code: string;
      readonly text: string;
      readonly again?: boolean;
      readonly denied?: boolean;
    }
  /** It certainly never got there. */
  | { readonly state: 'not_sent'; readonly why: string }
  /** It may have got there. */
  | { readonly state: 'unknown'; readonly why: string };

/** What a gateway says when asked after a key. `missing` only where it is certain that it never heard of it. */
export type AskAnswer =
  | {
      readonly state: 'accepted';
      readonly providerId: string | null;
      readonly parts?: number | null;
    }
  | { readonly state: 'missing' }
  | { readonly state: 'unknown' };

/** What a gateway tells by itself. */
export type Told =
  | {
      readonly kind: 'receipt';
      /** The gateway's own id of this telling; the same twice is one. */
      readonly eventId: string;
      readonly providerId: string;
      /** Our key, where the gateway repeats it. */
      readonly key?: string | null;
      readonly state: 'sent' | 'delivered' | 'failed';
      readonly code: string | null;
      readonly at: Date;
    }
  | {
      readonly kind: 'reply';
      readonly eventId: string;
      readonly from: string;
      readonly text: string;
      readonly at: Date;
    };

/** A callback as it came in, headers in lower case. */
export interface RawCallback {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** The address the gateway was given. */
  readonly url: string;
  readonly at: Date;
}

/** A believed callback: what it tells, and how the gateway wants to hear that it arrived. */
export interface CallbackRead {
  readonly told: readonly Told[];
  readonly answer: { readonly status: number; readonly type: string; readonly body: string };
}

/** An account at a gateway, open. */
export interface MessageGateway {
  send(message: Outgoing): Promise<SendAnswer>;
  /** Absent: this gateway cannot be asked. */
  ask?(asked: {
    readonly key: string;
    readonly to: string;
    readonly at: Date;
    readonly text: string;
  }): Promise<AskAnswer>;
  /** Absent: it tells nothing by callbacks. Null: not believed. */
  readCallback?(raw: RawCallback): CallbackRead | null;
  /** What is left on the account, for people; null where it does not say. */
  balance?(): Promise<string | null>;
  close?(): Promise<void>;
}

/** Where a sandbox keeps what it was handed. */
export interface SandboxBook {
  /** True when the key is new. */
  put(message: {
    readonly key: string;
    /** Kept masked. */
    readonly to: string;
    readonly subject: string | null;
    readonly text: string;
    readonly parts: number;
  }): Promise<{ readonly id: string; readonly first: boolean }>;
  find(key: string): Promise<string | null>;
}

/** What an open gateway may use. */
export interface GatewayLine {
  readonly options: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly callbackUrl: string | null;
  reach(request: OutboundRequest): Promise<OutboundReply | Refusal>;
  /** The address of a host a connection may be opened to; null where it may not. */
  hostAddress(host: string, port: number): Promise<string | null>;
  now(): Date;
  /** Something was told outside of a callback; resolves when it is committed. */
  hear(told: readonly Told[]): Promise<void>;
  readonly book: SandboxBook;
}

/** A kind of gateway. */
export interface GatewayMaker {
  readonly kind: string;
  readonly channels: readonly ('sms' | 'mail')[];
  /** Options and secrets it needs; those with `?` may be left out. */
  readonly options: readonly string[];
  readonly secrets: readonly string[];
  /** It keeps a connection: opened by who works, closed when it changes. */
  readonly listens?: boolean;
  open(line: GatewayLine): MessageGateway;
}
