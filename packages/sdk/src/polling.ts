import type { live } from '@guitai/contract';
import type { Pace, PollInput, PollReply } from './live.types.ts';

interface PollingOptions {
  readonly poll: (input: PollInput) => Promise<PollReply>;
  readonly pace: Pace;
  readonly cursor: () => live.LiveCursor | undefined;
  readonly onReply: (reply: PollReply) => void;
  readonly onLost: () => void;
}

export interface Polling {
  readonly running: () => boolean;
  start(): void;
  stop(): void;
}

/** Asks for events again and again while it runs; after a fault it pauses, longer each time. */
export function createPolling({ poll, pace, cursor, onReply, onLost }: PollingOptions): Polling {
  let round = 0;
  let on = false;

  async function ask(mine: number): Promise<void> {
    for (let faults = 0; on && mine === round; ) {
      try {
        const at = cursor();
        const reply = await poll(at ? { ...at, wait: 20 } : { wait: 0 });
        if (!on || mine !== round) return;
        faults = 0;
        onReply(reply);
      } catch {
        // Whatever went wrong, the answer is the same: wait and ask again; the caller hears that the line is down.
        if (!on || mine !== round) return;
        onLost();
        const step = Math.min(pace.longest, pace.first * 2 ** faults);
        faults += 1;
        await new Promise((done) => setTimeout(done, step * (0.5 + Math.random() / 2)));
      }
    }
  }

  return {
    running: () => on,
    start() {
      if (on) return;
      on = true;
      round += 1;
      void ask(round);
    },
    stop() {
      on = false;
    },
  };
}
