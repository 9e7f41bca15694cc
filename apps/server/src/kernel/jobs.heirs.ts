import pg from 'pg';
import type { Log } from './log.ts';

/** A job locked for less than this may belong to a worker that has not taken its mark yet. */
const youngSeconds = 10;

const key = (column: string): string => `hashtextextended('guitai.jobs ' || ${column}, 0)`;

/** Frees what was locked by workers nobody answers for: whose mark can be taken is dead. */
const freeDead = `
  with lockers as (select distinct locked_by from graphile_worker._private_jobs
      where locked_by <> $1 and locked_at < now() - interval '${youngSeconds} seconds'),
    dead as materialized (select locked_by, pg_try_advisory_xact_lock(${key('locked_by')}) as free from lockers)
  select graphile_worker.force_unlock_workers(array_agg(locked_by)) from dead where free having count(*) > 0`;

/**
 * A worker that is killed leaves its jobs locked; the queue itself waits four hours. So each worker holds a mark in the
 * database as long as its process lives, and each looks now and then for jobs whose worker holds none.
 */
export async function inheritJobs(
  url: string,
  worker: string,
  log: Log,
): Promise<() => Promise<void>> {
  let client: pg.Client | null = null;
  const lose = () => {
    client = null;
  };

  const open = async (): Promise<pg.Client> => {
    const made = new pg.Client({ connectionString: url, application_name: 'guitai-jobs' });
    made.on('error', lose);
    made.on('end', lose);
    await made.connect();
    await made.query(`select pg_advisory_lock(${key('$1')})`, [worker]);
    return made;
  };

  const look = async (): Promise<void> => {
    client ??= await open();
    await client.query(freeDead, [worker]);
  };
  const safely = () =>
    look().catch((error) => {
      lose();
      log.warn({ error: String(error) }, 'jobs of dead workers not looked for');
    });

  await safely();
  const timer = setInterval(safely, 15_000).unref();
  return async () => {
    clearInterval(timer);
    await client?.end().catch(lose);
  };
}
