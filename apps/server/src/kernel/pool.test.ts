import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import type { NobodyActor } from './actor.ts';
import { createDb } from './db.ts';
import { appRole } from './migrate.ts';
import { prepared, run } from './tx.ts';

const nobody: NobodyActor = { kind: 'nobody', team: null, locale: 'en' };

it('a connection whose kept statements no longer fit their table is not used again', async () => {
  const { url } = await testDatabase();
  // One connection: what it keeps is what the test meets.
  const db = createDb({ url, max: 1, role: appRole });
  const name = `changing_${crypto.randomUUID().replaceAll('-', '')}`;
  const does = (text: string) => db.outside(nobody, (tx) => run(tx, sql.raw(text)));
  const read = () =>
    db.outside(nobody, (tx) => prepared(tx, 'read-changing', `select * from ${name}`, []));
  await does('set role none');
  await does(`create table ${name} (a int)`);
  await does(`grant select on ${name} to ${appRole}`);
  await read();
  await does(`alter table ${name} add column b int`);
  await expect(read()).rejects.toThrow('cached plan');
  expect(await read()).toEqual([]);
  await db.pool.end();
});
