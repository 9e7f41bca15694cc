/** The live socket: resumes from a cursor, never gives up, rests while the page has been hidden for long. */
import { backoffMs } from './backoff.ts';

export interface Cursor {
  epoch: string;
  seq: number;
}

/** A frame of the server; `t` tells which. */
export type Frame = { t: string; seq: number; epoch: string } & Record<string, unknown>;

interface Needs {
  /** First frame without its cursor; null: nobody to speak for, stay silent. */
  hello: () => object | null | '';
  onFrame: (frame: Frame) => void;
  onLine: (up: boolean) => void;
}

const PING_MS = 25_000;
const DEAF_MS = 60_000;
const REST_AFTER_MS = 5 * 60_000;

/** Opens the line and keeps it. `start` may be called at any time; it does nothing while the line stands. */
export const live = ({ hello, onFrame, onLine }: Needs) => {
  let socket: WebSocket | undefined;
  let cursor: Cursor | undefined;
  let tries = 0;
  let heardAt = 0;
  let again: ReturnType<typeof setTimeout> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let stopped = true;

  const send = (frame: object): boolean => {
    if (socket?.readyState !== 1) return false;
    socket.send(JSON.stringify(frame));
    return true;
  };
  const later = () => {
    clearTimeout(again);
    again = setTimeout(connect, backoffMs(tries++));
  };
  const hear = (frame: Frame) => {
    heardAt = Date.now();
    if (frame.t === 'ready') {
      tries = 0;
      onLine(true);
      if (cursor?.epoch !== frame.epoch) frame.t = 'resync';
    }
    if (frame.t === 'resync') cursor = { epoch: frame.epoch, seq: frame.seq };
    // Who is sent away (slow, restart, another buyer now) comes back without a cursor and fetches afresh.
    if (frame.t === 'bye') cursor = undefined;
    if (cursor && (frame.t === 'event' || frame.t === 'at')) cursor.seq = frame.seq;
    onFrame(frame);
  };
  const connect = () => {
    clearTimeout(again);
    if (stopped || socket) return;
    const first = hello();
    if (!first) return;
    const mine = new WebSocket(`${location.origin.replace('http', 'ws')}/api/live`);
    socket = mine;
    heardAt = Date.now();
    mine.onopen = () => send({ t: 'hello', as: 'visitor', ...first, cursor });
    mine.onmessage = (event) => hear(JSON.parse(event.data));
    mine.onclose = () => {
      if (socket !== mine) return;
      socket = undefined;
      onLine(false);
      // A line that will not stand, behind a proxy without sockets: look in by HTTP at every try.
      if (tries) onFrame({ t: 'resync' } as Frame);
      later();
    };
  };
  const drop = () => {
    const mine = socket;
    socket = undefined;
    clearTimeout(again);
    mine?.close();
    if (mine) onLine(false);
  };

  setInterval(() => {
    if (socket && Date.now() - heardAt > DEAF_MS) {
      drop();
      later();
    } else send({ t: 'ping' });
  }, PING_MS);
  addEventListener('online', () => {
    tries = 0;
    connect();
  });
  document.addEventListener('visibilitychange', () => {
    clearTimeout(rest);
    if (document.hidden) rest = setTimeout(drop, REST_AFTER_MS);
    else connect();
  });

  return {
    send,
    start: (from?: Cursor | null) => {
      cursor ??= from ?? undefined;
      if (stopped) {
        stopped = false;
        connect();
      }
    },
    stop: () => {
      stopped = true;
      cursor = undefined;
      drop();
    },
  };
};

export type Live = ReturnType<typeof live>;
