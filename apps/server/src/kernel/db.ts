import type pg from 'pg';
import type { Actor, NobodyActor, TeamActor } from './actor.ts';
import { appendQueued, type Happened } from './events.ts';
import { createPool, type Pool } from './pool.ts';
import { isRefusal } from './refusal.ts';
import { openTx, type Tx, type TxInside } from './tx.ts';

/** The door to the database. Every use is bound to one team, or to none for the few unfenced tables. */
export interface Db {
  /** One transaction. A refusal as the result rolls it back; events are written as its last act and told after commit. */
  write<T>(actor: TeamActor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads on a connection bound to the actor's team, each statement by itself. */
  read<T>(actor: TeamActor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction that belongs to no team: sign-in and set-up. */
  outside<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A bound connection for the kernel's and the message pipeline's own statements. */
  raw<T>(team: string, work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** Told after commit, in the order of each team's clock as far as this process committed. */
  onHappened(listener: (happened: readonly Happened[]) => void): void;
  /** Hands over events that the pipeline committed by its own statement. */
  tell(happened: readonly Happened[]): void;
  readonly pool: Pool;
}

const nobody: NobodyActor = { kind: 'nobody', team: null, locale: 'en' };

async function close(open: TxInside): Promise<Happened[]> {
  for (const hook of open.hooks.values()) await hook(open);
  return appendQueued(open);
}

export function createDb(settings: { url: string; max: number; role: string }): Db {
  const pool = createPool({ ...settings, statementTimeoutMs: 30_000 });
  const listeners: Array<(happened: readonly Happened[]) => void> = [];
  const tell = (happened: readonly Happened[]) => {
    if (happened.length > 0) for (const listener of listeners) listener(happened);
  };

  const transact = <T>(team: string, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> =>
    pool.use(team, async (client) => {
      await client.query('begin');
      const open = openTx(client, actor, true);
      try {
        const result = await work(open);
        if (isRefusal(result)) {
          await client.query('rollback');
          return result;
        }
        const happened = await close(open);
        await client.query('commit');
        tell(happened);
        return result;
      } catch (error) {
        await client.query('rollback').catch((broken) => {
          throw new Error('rollback failed', { cause: broken });
        });
        throw error;
      }
    });

  return {
    write: (actor, work) => transact(actor.team, actor, work),
    read: (actor, work) => pool.use(actor.team, (client) => work(openTx(client, actor, false))),
    outside: (actor, work) => transact('', actor.team === null ? actor : nobody, work),
    raw: (team, work) => pool.use(team, work),
    onHappened: (listener) => void listeners.push(listener),
    tell,
    pool,
  };
}
