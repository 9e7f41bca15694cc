import { sql } from 'kysely';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { ruled, send } from '../../../test/ruled.ts';
import { run } from '../../kernel/tx.ts';
import { findSubjects, noteOldFound } from './find.store.ts';

describe('AUT-08 the log is searched', () => {
  test('by a piece of an order’s number or a buyer’s name; what ran before the search was there is found too', async () => {
    const w = await ruled();
    await w.rule('通知', { trigger: 'order.placed', actions: [send('好')] });
    await w.placed();
    await w.rules();
    const [row] = await w.log();
    const number = row?.orderNumber ?? '';
    expect(await w.log({ q: number.slice(2, -1) })).toHaveLength(1);
    expect(await w.log({ q: row?.buyerName.slice(0, 2) ?? '?' })).toHaveLength(1);
    expect(await w.log({ q: '%' })).toHaveLength(0);
    const other = await ruled();
    expect(await other.log({ q: number })).toHaveLength(0);
    await w.doing((tx) => run(tx, sql`delete from automation_found where team_id = ${tx.team}`));
    expect(await w.log({ q: number })).toHaveLength(0);
    expect(await w.doing((tx) => noteOldFound(tx, 100))).toBe(1);
    expect(await w.doing((tx) => noteOldFound(tx, 100))).toBe(0);
    expect(await w.log({ q: number })).toHaveLength(1);
  });

  test('through the index of trigrams, as the role the product acts as', async () => {
    const w = await ruled();
    await w.doing((tx) =>
      run(
        tx,
        sql`with b as (insert into buyers (team_id, id, shop_ids, name, contact_proof)
              select ${tx.team}, gen_random_uuid(), array[${w.shop}::uuid], md5(n::text), 'verified'
              from generate_series(1, 20000) n returning id, name)
            insert into automation_found (team_id, id, buyer_id, words) select ${tx.team}, id, id, name from b`,
      ),
    );
    const owner = new pg.Client({ connectionString: (await testDatabase()).url });
    await owner.connect();
    onTestFinished(() => owner.end());
    await owner.query('analyze automation_found');
    const scans = async (): Promise<number> => {
      const { rows } = await owner.query(
        `select idx_scan::int as n from pg_stat_user_indexes where indexrelname = 'automation_found_words'`,
      );
      return rows[0]?.n ?? -1;
    };
    const before = await scans();
    const found = await w.doing(async (tx) => {
      const ids = await findSubjects(tx, 'c4ca4238a0b9');
      await run(tx, sql`select pg_stat_force_next_flush()`);
      return ids;
    });
    expect(found).toHaveLength(1);
    await expect.poll(scans).toBe(before + 1);
  });
});
