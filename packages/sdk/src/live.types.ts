import type { InputOf, live, ReplyOf, Static } from '@guitai/contract';
import type { ProblemDocument } from './problem.ts';

/**
 * `delayed`: no socket gets through, events come by asking (say so on the page).
 * `ended`: the server closed the door (signed out, replaced); it will not be tried again.
 */
export type LiveStatus = 'connecting' | 'live' | 'delayed' | 'waiting' | 'ended';

export type PollInput = InputOf<typeof live.pollEvents>;
export type PollReply = ReplyOf<typeof live.pollEvents>;

/** The way behind a proxy that lets no WebSocket through (RT-12). */
export interface Fallback {
  /** Calls `pollEvents`. */
  readonly poll: (input: PollInput) => Promise<PollReply>;
  /** Posts a message by the ordinary endpoint, its key as client key. Rejects with `ProblemError`. */
  readonly post: (message: Outgoing) => Promise<Ack>;
  /** Failed connections in a row before asking begins; default 3. The socket goes on being tried. */
  readonly after?: number;
}

export type Ack = Omit<Static<typeof live.AckFrame>, 't'>;
export type Outgoing = Omit<live.SendFrame, 't'>;
export type TypingNotice = Omit<Static<typeof live.TypingNotice>, 't'>;
export type ViewingNotice = Omit<Static<typeof live.ViewingNotice>, 't'>;
export type PresenceNotice = Omit<Static<typeof live.PresenceNotice>, 't'>;
export type ByeReason = Static<typeof live.ByeFrame>['why'];

/** What a socket must have; the browser's and Node's own do, and `ws` too. */
export interface SocketLike {
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: never) => void) | null;
  onerror: ((event: never) => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export interface LiveOptions {
  /** `wss://desk.example.com/api/live` */
  readonly url: string;
  /** Who speaks; asked at every connection, so that a fresh token is used. */
  readonly hello: () => Omit<live.HelloFrame, 't' | 'cursor'>;
  /** Where an earlier connection stopped; without it only new events come. */
  readonly cursor?: live.LiveCursor;
  /** Each event once, in order. */
  readonly onEvent?: (event: live.EventFrame) => void;
  /** Too much was missed: fetch afresh and keep drafts; events go on from now. */
  readonly onResync?: () => void;
  /** Connected; `self` is what the server said in `ready`. */
  readonly onReady?: (self: Readonly<Record<string, unknown>>) => void;
  readonly onStatus?: (status: LiveStatus) => void;
  readonly onTyping?: (notice: TypingNotice) => void;
  readonly onViewing?: (notice: ViewingNotice) => void;
  readonly onPresence?: (notice: PresenceNotice) => void;
  readonly onBye?: (why: ByeReason) => void;
  /** A refusal that answers no `send`: a refused hello, a frame that does not fit. */
  readonly onRefused?: (problem: ProblemDocument) => void;
  /** Opens the socket; the global `WebSocket` unless given (for headers in Node). */
  readonly open?: (url: string) => SocketLike;
  readonly pace?: Partial<Pace>;
  /** Without it a client behind such a proxy waits. */
  readonly fallback?: Fallback;
}

/** Times in milliseconds. */
export interface Pace {
  /** First pause before reconnecting; doubles up to `longest`, always with jitter. */
  readonly first: number;
  readonly longest: number;
  /** A ping after so much silence, and how long its answer may take. */
  readonly ping: number;
  readonly pong: number;
  /** At most one `typing` per conversation in this time. */
  readonly typing: number;
}

export interface Live {
  status(): LiveStatus;
  /** Where this connection stands, to be kept for the next one. */
  cursor(): live.LiveCursor | undefined;
  /** Posts a message; kept and repeated under the same key until the server answers. Rejects with `ProblemError`. */
  send(message: Outgoing): Promise<Ack>;
  /** Forgets a message that has not been answered yet. */
  withdraw(key: string): void;
  typing(conversationId: string, note?: boolean): void;
  /** Which conversation is open; said again after each reconnection. */
  viewing(conversationId: string | null): void;
  read(conversationId: string, seq: number): void;
  /** Tries at once instead of waiting (the network is back, the page is shown again). */
  retryNow(): void;
  close(): void;
}
