import { clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';

/** What the work may ask while it goes on. */
export interface Signals {
  /** Resolves when something new may be there. */
  woken(): Promise<void>;
  isStopped(): boolean;
}

/** Does the work when woken, again when woken meanwhile, and by itself when something becomes due. */
export function loopOf(work: (signals: Signals) => Promise<Date | null>, log: Log) {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let bell: () => void = () => undefined;

  const signals: Signals = {
    woken: () =>
      new Promise((done) => {
        bell = done;
      }),
    isStopped: () => stopped,
  };

  const plan = (at: Date | null) => {
    if (at === null || stopped) return;
    const wait = Math.min(Math.max(at.getTime() - clock.now(), 50), 60_000);
    timer = setTimeout(wake, wait).unref();
  };

  const round = async () => {
    while (again && !stopped) {
      again = false;
      clearTimeout(timer);
      try {
        plan(await work(signals));
      } catch (error) {
        log.error({ error: String(error) }, 'webhook deliveries stopped');
        plan(new Date(clock.now() + 1000));
      }
    }
  };

  function wake(): void {
    if (stopped) return;
    again = true;
    bell();
    running ??= round().finally(() => {
      running = null;
      if (again) wake();
    });
  }

  return {
    wake,
    /** Nothing new is begun; what is under way is finished. */
    async stop() {
      stopped = true;
      clearTimeout(timer);
      bell();
      await running;
    },
  };
}

/** The work of one webhook. */
export type Loop = ReturnType<typeof loopOf>;
