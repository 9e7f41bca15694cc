import { type Refusal, refuse } from '../../kernel/refusal.ts';

/**
 * Lets `atOnce` pieces of heavy work run and `mostWaiting` wait, first come first served; whoever comes on top of that is
 * refused at once, since a longer queue would keep everybody waiting.
 */
export function createTurns({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) {
  let running = 0;
  const queue: Array<() => void> = [];

  return async <T>(work: () => Promise<T>): Promise<T | Refusal<'server.busy'>> => {
    if (queue.length >= mostWaiting) return refuse('server.busy', { seconds: 10 });
    if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
