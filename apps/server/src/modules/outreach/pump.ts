import { clock } from '../../kernel/clock.ts';

/** What a round of work says: when the next is due (null: when woken). */
export type Work = () => Promise<Date | null>;

/** Told when a round fails. */
export type Failed = (error: unknown) => void;

/** Never sooner: what is due but held by another process must not be asked for without pause. */
const shortestMs = 20;
const longestMs = 60_000;
const restMs = 1_000;

/** Does the work when woken, once more when woken meanwhile, and by itself at the instant it asked for. */
export function pumpOf(work: Work, failed: Failed) {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const plan = (at: Date | null) => {
    clearTimeout(timer);
    if (at === null || stopped || again) return;
    const wait = Math.min(Math.max(at.getTime() - clock.now(), shortestMs), longestMs);
    timer = setTimeout(wake, wait).unref();
  };

  const rounds = async () => {
    while (again && !stopped) {
      again = false;
      try {
        plan(await work());
      } catch (error) {
        failed(error);
        plan(new Date(clock.now() + restMs));
      }
    }
  };

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= rounds().finally(() => {
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
      await running;
    },
  };
}

export type Pump = ReturnType<typeof pumpOf>;
