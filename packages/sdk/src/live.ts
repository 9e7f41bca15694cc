import type { live } from '@guitai/contract';
import { openLine } from './line.ts';
import type {
  Live,
  LiveOptions,
  LiveStatus,
  Outgoing,
  Pace,
  PollReply,
  SocketLike,
} from './live.types.ts';
import { createOutbox } from './outbox.ts';
import { createPolling } from './polling.ts';
import { isProblem, mayRetry } from './problem.ts';

const usual: Pace = { first: 300, longest: 15_000, ping: 25_000, pong: 10_000, typing: 3_000 };

/** Codes of a refused hello after which trying again cannot help. */
const final = new Set(['access.signed_out', 'access.denied']);

type Frames = { [T in live.ServerFrame['t']]: Extract<live.ServerFrame, { t: T }> };
type Hearing = { [T in keyof Frames]: (frame: Frames[T]) => void };

const openGlobal = (url: string): SocketLike => new WebSocket(url) as unknown as SocketLike;

/** One live connection that resumes by cursor and never gives up while it is wanted. */
export function connectLive(options: LiveOptions): Live {
  const pace: Pace = { ...usual, ...options.pace };
  const outbox = createOutbox();
  const typed = new Map<string, number>();
  let cursor = options.cursor;
  let status: LiveStatus = 'connecting';
  let viewed: string | null | undefined;
  let failures = 0;
  const posting = new Set<string>();
  const { fallback } = options;

  const become = (next: LiveStatus) => {
    if (next === status || status === 'ended') return;
    status = next;
    options.onStatus?.(next);
  };
  const hearing: Hearing = {
    ready({ epoch, seq, self }) {
      if (cursor?.epoch !== epoch) cursor = { epoch, seq };
      welcome();
      options.onReady?.(self);
    },
    resync({ epoch, seq }) {
      cursor = { epoch, seq };
      options.onResync?.();
      if (status !== 'live' && status !== 'delayed') welcome();
    },
    event(event) {
      if (cursor && event.seq <= cursor.seq) return;
      moveTo(event.seq);
      options.onEvent?.(event);
    },
    at: ({ seq }) => moveTo(seq),
    ack: (ack) => outbox.acked(ack),
    refused({ key, problem }) {
      if (key !== null) return outbox.refused(key, problem);
      options.onRefused?.(problem);
      if (status === 'connecting' && final.has(problem.code)) end();
    },
    typing: (notice) => options.onTyping?.(notice),
    viewing: (notice) => options.onViewing?.(notice),
    presence: (notice) => options.onPresence?.(notice),
    pong: () => undefined,
    bye({ why }) {
      options.onBye?.(why);
      if (why === 'signed_out' || why === 'replaced') end();
    },
  };
  const polling =
    fallback &&
    createPolling({
      poll: fallback.poll,
      pace,
      cursor: () => cursor,
      onReply: polled,
      onLost: () => become('waiting'),
    });

  const line = openLine({
    pace,
    open: () => (options.open ?? openGlobal)(options.url),
    onOpen: () => line.say({ t: 'hello', ...options.hello(), ...(cursor ? { cursor } : {}) }),
    onFrame: (text) => hear(JSON.parse(text) as live.ServerFrame),
    onTry: () => polling?.running() || become('connecting'),
    onLost: lost,
    onSilence: () => say({ t: 'ping' }),
  });

  /** A proxy may let no socket through: after a few failures the events are asked for, while the socket goes on being tried. */
  function lost(): void {
    failures += 1;
    if (polling && failures >= (fallback?.after ?? 3)) polling.start();
    if (!polling?.running()) become('waiting');
  }

  function polled({ epoch, seq, resync, events }: PollReply): void {
    become('delayed');
    if (resync) hearing.resync({ t: 'resync', epoch, seq });
    for (const event of events) hearing.event(event);
    cursor = { epoch, seq: Math.max(seq, cursor?.epoch === epoch ? cursor.seq : 0) };
    for (const message of outbox.messages()) post(message);
  }

  /** What is not refused for good is posted again after the next answer, under the same key. */
  function post(message: Outgoing): void {
    if (!fallback || posting.has(message.key)) return;
    posting.add(message.key);
    fallback
      .post(message)
      .then(outbox.acked, (error) => {
        if (isProblem(error) && !mayRetry(error)) outbox.refused(message.key, error.problem);
      })
      .finally(() => posting.delete(message.key));
  }

  function hear<T extends keyof Frames>(frame: Frames[T] & { t: T }): void {
    (hearing[frame.t] as ((frame: Frames[T]) => void) | undefined)?.(frame);
  }

  function say(frame: live.ClientFrame): void {
    if (status === 'live') line.say(frame);
  }

  /** Welcomed: says again what the server forgets between connections. */
  function welcome(): void {
    failures = 0;
    polling?.stop();
    line.settled();
    become('live');
    if (viewed !== undefined) say({ t: 'viewing', conversationId: viewed });
    for (const message of outbox.messages()) say({ t: 'send', ...message });
  }

  function moveTo(seq: number): void {
    if (cursor && seq > cursor.seq) cursor = { epoch: cursor.epoch, seq };
  }

  function end(): void {
    become('ended');
    polling?.stop();
    line.close();
    outbox.close();
  }

  return {
    status: () => status,
    cursor: () => cursor,
    send(message) {
      const answer = outbox.add(message);
      if (status === 'delayed') post(message);
      else say({ t: 'send', ...message });
      return answer;
    },
    withdraw: outbox.withdraw,
    typing(conversationId, note = false) {
      const key = `${conversationId} ${note}`;
      if (Date.now() - (typed.get(key) ?? 0) < pace.typing) return;
      typed.set(key, Date.now());
      say({ t: 'typing', conversationId, note });
    },
    viewing(conversationId) {
      if (conversationId === viewed) return;
      viewed = conversationId;
      say({ t: 'viewing', conversationId });
    },
    read: (conversationId, seq) => say({ t: 'read', conversationId, seq }),
    retryNow: line.retryNow,
    close: end,
  };
}
