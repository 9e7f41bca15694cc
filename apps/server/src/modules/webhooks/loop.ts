import { clock } from '../../kernel/clock.ts';
import type { Log } from '../../kernel/log.ts';

/** Does the work when woken, again when woken meanwhile, and by itself when something becomes due. */
export function loopOf(work: () => Promise<Date | null>, log: Log) {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

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
        plan(await work());
      } catch (error) {
        log.error({ error: String(error) }, 'webhook deliveries stopped');
        plan(new Date(clock.now() + 1000));
      }
    }
  };

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= round().finally(() => {
      running = null;
      if (again) wake();
    });
  }

  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** The work of one webhook. */
export type Loop = ReturnType<typeof loopOf>;
