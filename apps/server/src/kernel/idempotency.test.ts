import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshTeam, testDatabase } from '../../test/database.ts';
import { claimKey, forgetOldKeys } from './idempotency.ts';
import { run } from './tx.ts';

test('G18 keys of long ago are forgotten with their replies, those of these days still answer', async () => {
  const { db } = await testDatabase();
  const actor = await freshTeam(db);
  const claim = (key: string) =>
    db.write(actor, (tx) => claimKey(actor, tx, { key, endpoint: 'placeOrder', input: {} }));
  for (const key of ['key-of-last-week', 'key-of-today']) await claim(key);
  const left = await db.write(actor, async (tx) => {
    await run(
      tx,
      sql`update idempotency_keys set at = now() - interval '7 days' where key = 'key-of-last-week'`,
    );
    await forgetOldKeys(tx);
    return run<{ key: string }>(tx, sql`select key from idempotency_keys`);
  });
  expect(left).toEqual([{ key: 'key-of-today' }]);
  expect(await claim('key-of-today')).toEqual({ reply: undefined });
});
