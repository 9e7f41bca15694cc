import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import type { NobodyActor } from './actor.ts';
import { createDb, type Db } from './db.ts';
import { appRole } from './migrate.ts';
import { first, run } from './tx.ts';

const nobody: NobodyActor = { kind: 'nobody', team: null, locale: 'en' };

describe('kept statements', async () => {
  const { url } = await testDatabase();
  // One connection, a new one for each test: what it keeps is what the test sees.
  let db: Db;
  beforeEach(() => {
    db = createDb({ url, max: 1, role: appRole });
    return () => db.pool.end();
  });
  const kept = async (like: string) => {
    const row = await db.outside(nobody, (tx) =>
      first<{ n: number }>(
        tx,
        sql`select count(*)::int as n from pg_prepared_statements where statement like ${like}`,
      ),
    );
    return row?.n ?? 0;
  };

  it('keeps what it meets often, not what it meets once', async () => {
    const rare = () => db.outside(nobody, (tx) => run(tx, sql`select ${1}::int as rare_word`));
    const common = () => db.outside(nobody, (tx) => run(tx, sql`select ${1}::int as common_word`));
    await rare();
    for (let n = 0; n < 12; n += 1) await common();
    expect(await kept('%rare\\_word')).toBe(0);
    expect(await kept('%common\\_word')).toBe(1);
  });

  it('keeps a hundred, however many there are', async () => {
    for (let form = 0; form < 120; form += 1) {
      const text = sql`select ${1}::int as ${sql.id(`form_${form}`)}`;
      for (let n = 0; n < 7; n += 1) await db.outside(nobody, (tx) => run(tx, text));
    }
    expect(await kept('%')).toBeLessThanOrEqual(100);
  });

  it('reads a table that changed since, from a connection without old plans', async () => {
    const name = sql.id(`changing_${crypto.randomUUID().replaceAll('-', '')}`);
    const does = (text: ReturnType<typeof sql>) => db.outside(nobody, (tx) => run(tx, text));
    const here = () => does(sql`select pg_backend_pid() as pid`);
    await does(sql`set role none`);
    await does(sql`create temporary table ${name} (a int)`);
    for (let n = 0; n < 8; n += 1) await does(sql`select * from ${name}`);
    const before = await here();
    await does(sql`alter table ${name} add column b int`);
    await expect(does(sql`select * from ${name}`)).rejects.toThrow('cached plan');
    expect(await here()).not.toEqual(before);
  });
});
