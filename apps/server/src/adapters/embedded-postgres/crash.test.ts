import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { column, started, temporaryFolder } from './testing.ts';

test('OPS a killed server is back within 10 s and has lost nothing acknowledged', async () => {
  const server = await started(temporaryFolder());
  await column(server.url, 'create table said (n int)');
  const busy = new pg.Client({ connectionString: server.url });
  busy.on('error', () => undefined);
  await busy.connect();
  // A backend that computes notices the death of its postmaster late and holds the memory.
  busy.query('select count(*) from generate_series(1, 1e12::bigint)').catch(() => undefined);

  for (let n = 1; n <= 3; n += 1) {
    await column(server.url, `insert into said values (${n})`);
    const killed = server.pid;
    process.kill(killed, 'SIGKILL');
    const began = Date.now();
    while (server.pid === killed || !(await answered(server.url))) await sleep(50);
    expect(Date.now() - began).toBeLessThan(60_000);
  }
  expect(await column(server.url, 'select n from said order by n')).toEqual([1, 2, 3]);
}, 60_000);

async function answered(url: string): Promise<boolean> {
  return column(url, 'select 1').then(
    () => true,
    () => false,
  );
}
