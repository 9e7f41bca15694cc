import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../../trouble.ts';
import { isAlive } from './processes.ts';

/** What the supervisor needs to say; a pino logger fits. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** A running server under watch. */
export interface Watch {
  readonly pid: number;
  /** Stops watching; waits for a restart that is under way. */
  end(): Promise<void>;
}

/**
 * Looks after a server: when its process is gone (killed, out of memory) `start` is called until
 * it succeeds, soon at first and then every two seconds.
 */
export function watch(first: number, start: () => Promise<number>, log: Log): Watch {
  let pid = first;
  let ending = false;
  let restarting: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (!ending && restarting === undefined && !isAlive(pid)) restarting = restart();
  }, 100);
  timer.unref();

  async function restart(): Promise<void> {
    log.warn({ pid }, 'the database server is gone; starting it again');
    for (let attempt = 0; !ending; attempt += 1) {
      try {
        pid = await start();
        log.info({ pid }, 'the database server runs again');
        break;
      } catch (error) {
        log.error({ error: messageOf(error) }, 'the database server did not start');
        await sleep(Math.min(100 * 2 ** attempt, 2_000));
      }
    }
    restarting = undefined;
  }

  return {
    get pid() {
      return pid;
    },
    async end() {
      ending = true;
      clearInterval(timer);
      await restarting;
    },
  };
}
