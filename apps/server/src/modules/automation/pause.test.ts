import { automation, conversations } from '@guitai/contract';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { digest } from '../../../test/outreach.ts';
import { type Ruled, ruled, send } from '../../../test/ruled.ts';
import { system } from '../../kernel/actor.ts';
import { createDb, type Db } from '../../kernel/db.ts';
import { quiet } from '../../kernel/log.ts';
import { appRole } from '../../kernel/migrate.ts';
import { run } from '../../kernel/tx.ts';
import { decideDue } from '../outreach/index.ts';
import { recheckRules } from './recheck.ts';
import { workWith } from './work.ts';

/** What a second process has: its own connections to the same database. */
async function secondProcess(): Promise<Db> {
  const { url } = await testDatabase();
  const db = createDb({ url, max: 4, role: appRole });
  onTestFinished(() => db.pool.end());
  return db;
}

const isHeld = (w: Ruled) =>
  w.doing(async (tx) => {
    const rows = await run(
      tx,
      sql`select 1 from pg_locks where locktype = 'advisory' and not granted`,
    );
    return rows.length > 0;
  });

describe('CMP-05 a pause holds from its acknowledgement on', () => {
  const orders = 6;

  test('it waits for what another process is sending, and after it nothing more is sent by either', async () => {
    const w = await ruled();
    const other = await secondProcess();
    const owner = await w.as('何雅琴');
    const ruleId = await w.rule('通知', {
      trigger: 'order.placed',
      actions: [send('收到 {order}')],
    });
    const told = async () =>
      (
        await owner.call(conversations.listMessages, { conversationId: w.conversation })
      ).items.filter(({ text }) => text?.startsWith('收到')).length;
    for (let n = 0; n < orders; n += 1) await w.placed();
    await w.rules();

    const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const slow = async (...asked: Parameters<typeof recheckRules>) => {
      begun.resolve();
      await gate.promise;
      return recheckRules(...asked);
    };
    const sending = decideDue(other, w.team, { automation: slow }, 2, digest());
    await begun.promise;
    let acknowledged = false;
    const pausing = owner.call(automation.setRuleState, { ruleId, state: 'paused' }).then(() => {
      acknowledged = true;
    });
    await expect.poll(() => isHeld(w), { timeout: 10_000 }).toBe(true);
    expect(acknowledged).toBe(false);
    gate.resolve();
    await Promise.all([sending, pausing]);
    const sent = await told();
    expect(sent).toBe(2);

    await w.placed();
    for (const db of [other, w.db]) {
      await workWith(quiet)(system(w.team, 'automation.work'), db);
      const rechecks = { automation: recheckRules };
      expect(await decideDue(db, w.team, rechecks, 500, digest())).toEqual({ done: 0 });
    }
    await w.care();
    expect(await told()).toBe(sent);

    await owner.call(automation.setRuleState, { ruleId, state: 'on' });
    await w.care();
    expect(await told()).toBe(orders + 1);
  });
});
