import { Type } from '@guitai/contract';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { freshTeam, testDatabase } from '../../test/database.ts';
import { inheritJobs } from './jobs.heirs.ts';
import { defineJob, enqueue, startJobs } from './jobs.ts';
import { quiet } from './log.ts';

const until = async (holds: () => boolean) => {
  for (let n = 0; n < 200 && !holds(); n += 1) await new Promise((done) => setTimeout(done, 50));
};

test('OPS-05 a job whose worker was killed is carried out by the next, one of a living worker is left alone', async () => {
  const { db, url } = await testDatabase();
  const actor = await freshTeam(db);
  const done: string[] = [];
  const job = defineJob(
    'test.inherited',
    Type.Object({ name: Type.String() }),
    async (_actor, _tx, { name }) => {
      done.push(name);
    },
  );
  await db.write(actor, async (tx) => {
    await enqueue(tx, job, { name: 'of the dead' });
    await enqueue(tx, job, { name: 'of the living' });
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  const lock = (worker: string, name: string) =>
    client.query(
      `update graphile_worker._private_jobs set locked_by = $1, locked_at = now() - interval '1 minute', attempts = 1
       where payload->'payload'->>'name' = $2`,
      [worker, name],
    );
  await lock('pool-dead', 'of the dead');
  await lock('pool-living', 'of the living');
  const leave = await inheritJobs(url, 'pool-living', quiet);
  const stop = await startJobs(url, db, [job]);
  onTestFinished(async () => {
    await stop();
    await leave();
  });
  await until(() => done.length > 0);
  await new Promise((later) => setTimeout(later, 300));
  expect(done).toEqual(['of the dead']);
});
