import { EventEmitter } from 'node:events';
import type { Static, TSchema } from '@guitai/contract';
import {
  Logger,
  type Runner,
  runMigrations,
  run as runWorker,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import { type SystemActor, system } from './actor.ts';
import type { Db } from './db.ts';
import { inheritJobs } from './jobs.heirs.ts';
import { type Log, quiet } from './log.ts';
import { isRefusal } from './refusal.ts';
import { run, type Tx } from './tx.ts';

/** Work for later, carried out at least once: a job's effect must be harmless when repeated. */
export interface JobType<S extends TSchema = TSchema> {
  readonly name: string;
  readonly payload: S;
  perform(actor: SystemActor, tx: Tx, payload: Static<S>): Promise<unknown>;
  /** Set for jobs that open their own transactions. */
  performBare?(actor: SystemActor, db: Db, payload: Static<S>): Promise<unknown>;
}

/** Declares a job that runs in one transaction of its team. */
export const defineJob = <const S extends TSchema>(
  name: string,
  payload: S,
  perform: JobType<S>['perform'],
): JobType<S> => ({ name, payload, perform });

/** Declares a long job that opens its own transactions. */
export const defineBareJob = <const S extends TSchema>(
  name: string,
  payload: S,
  performBare: NonNullable<JobType<S>['performBare']>,
): JobType<S> => ({ name, payload, perform: async () => undefined, performBare });

export interface When {
  /** Not before this instant. */
  readonly runAt?: Date;
  /** A second job with the same key replaces the first while it waits. */
  readonly key?: string;
}

/** Plans a job in the same transaction as its cause. */
export async function enqueue<S extends TSchema>(
  tx: Tx,
  job: JobType<S>,
  payload: Static<S>,
  when: When = {},
): Promise<void> {
  const wrapped = JSON.stringify({ team: tx.team, payload });
  await run(
    tx,
    sql`select guitai_enqueue(${job.name}, ${wrapped}::json, ${when.runAt ?? null}, ${when.key ?? null})`,
  );
}

/** Takes back a job that still waits. */
export async function unqueue(tx: Tx, key: string): Promise<void> {
  await run(tx, sql`select guitai_unqueue(${key})`);
}

/** SQL run with the kernel's tables once the queue's own schema stands. */
export const jobsMigration = (appRole: string): string => `
  create function guitai_enqueue(task text, payload json, run_at timestamptz, job_key text) returns void
    language sql security definer set search_path = pg_catalog as $$
    select graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key, max_attempts => 12) $$;
  create function guitai_unqueue(job_key text) returns void
    language sql security definer set search_path = pg_catalog as $$
    select graphile_worker.remove_job(job_key) $$;
  revoke all on function guitai_enqueue, guitai_unqueue from public;
  grant execute on function guitai_enqueue, guitai_unqueue to ${appRole};`;

const silent = new Logger(() => () => undefined);

/** Brings the queue's own schema up to date. */
export async function migrateQueue(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'guitai-migrate' });
  const gone = () => undefined; // the server may go while the connection rests
  pool.on('error', gone).on('connect', (client) => client.on('error', gone));
  await runMigrations({ pgPool: pool, logger: silent });
  await pool.end();
}

type Wrapped = { team: string; payload: never };

function taskList(db: Db, jobs: readonly JobType[], log: Log): TaskList {
  const tasks: TaskList = {};
  for (const job of jobs) {
    tasks[job.name] = async (given) => {
      const { team, payload } = given as Wrapped;
      const actor = system(team, job.name);
      const result = job.performBare
        ? await job.performBare(actor, db, payload)
        : await db.write(actor, (tx) => job.perform(actor, tx, payload));
      if (isRefusal(result)) log.warn({ job: job.name, code: result.code }, 'job refused');
    };
  }
  return tasks;
}

/** Starts carrying out jobs; returns how to stop. */
export async function startJobs(
  url: string,
  db: Db,
  jobs: readonly JobType[],
  log: Log = quiet,
): Promise<() => Promise<void>> {
  const pool = new pg.Pool({ connectionString: url, max: 3, application_name: 'guitai-jobs' });
  const lost = (error: Error) => log.warn({ error: error.message }, 'job connection lost');
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  const events: WorkerEvents = new EventEmitter();
  let worker = '';
  events.on('pool:create', ({ workerPool }) => {
    worker = workerPool.id;
  });
  const runner: Runner = await runWorker({
    events,
    pgPool: pool,
    taskList: taskList(db, jobs, log),
    concurrency: 2,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: silent,
  });
  runner.promise.catch((error) => log.error({ error: String(error) }, 'job worker stopped'));
  const stopInheriting = await inheritJobs(url, worker, log);
  return async () => {
    await runner.stop();
    await stopInheriting();
    await pool.end();
  };
}
