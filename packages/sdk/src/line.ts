import type { Pace, SocketLike } from './live.types.ts';

interface LineOptions {
  readonly open: () => SocketLike;
  readonly pace: Pace;
  /** The socket is open: say hello. */
  readonly onOpen: () => void;
  readonly onFrame: (text: string) => void;
  readonly onLost: () => void;
  readonly onTry: () => void;
  /** Long silence: ask whether anybody is there. */
  readonly onSilence: () => void;
}

export interface Line {
  say(frame: object): void;
  /** The other side has welcomed us: the next pause starts small again. */
  settled(): void;
  retryNow(): void;
  close(): void;
}

/** A socket that is replaced when it breaks or falls silent: growing pauses with jitter, without giving up. */
export function openLine({ open, pace, ...on }: LineOptions): Line {
  let socket: SocketLike | undefined;
  let tries = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    pause = undefined;
    on.onTry();
    const mine = open();
    socket = mine;
    mine.onopen = () => on.onOpen();
    mine.onmessage = ({ data }) => {
      if (mine !== socket) return;
      watch();
      on.onFrame(String(data));
    };
    mine.onclose = () => mine === socket && lose();
    mine.onerror = () => undefined;
    watch();
  }

  /** Any frame proves that the line is alive; after silence a ping asks, after more silence it is cut. */
  function watch(): void {
    clearTimeout(silence);
    silence = setTimeout(() => {
      on.onSilence();
      silence = setTimeout(cut, pace.pong);
    }, pace.ping);
  }

  function cut(): void {
    const dead = socket;
    lose();
    dead?.close();
  }

  function lose(): void {
    socket = undefined;
    clearTimeout(silence);
    const step = Math.min(pace.longest, pace.first * 2 ** tries);
    tries += 1;
    pause = setTimeout(connect, step * (0.5 + Math.random() / 2));
    on.onLost();
  }

  connect();
  return {
    say: (frame) => socket?.send(JSON.stringify(frame)),
    settled: () => {
      tries = 0;
    },
    retryNow() {
      if (pause === undefined) return;
      clearTimeout(pause);
      connect();
    },
    close() {
      clearTimeout(pause);
      clearTimeout(silence);
      const old = socket;
      socket = undefined;
      old?.close();
    },
  };
}
