import { access, audit, shops } from '@guitai/contract';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { type Office, office, outcomeOf } from '../../../test/office.ts';
import { refuse } from '../../kernel/refusal.ts';
import { run } from '../../kernel/tx.ts';
import { walkChain } from './audit.ts';
import { record } from './record.ts';

let intruder: pg.Client;

beforeAll(async () => {
  intruder = new pg.Client({ connectionString: (await testDatabase()).url });
  await intruder.connect();
});
afterAll(() => intruder.end());

const act = async (o: Office, action: string, rest: object = {}) => {
  const actor = o.actor('何雅琴');
  await o.db.write(actor, async (tx) => record(tx, actor, { action, ...rest }));
};

const verify = async (o: Office) => (await o.as('何雅琴')).call(audit.verifyAuditChain);

describe('SEC-01 the record', () => {
  test('is written with the act or not at all', async () => {
    const o = await office();
    const actor = o.actor('何雅琴');
    const before = await verify(o);
    await o.db.write(actor, async (tx) => {
      record(tx, actor, { action: 'test.undone' });
      return refuse('access.denied');
    });
    const failing = o.db.write(actor, async (tx) => {
      record(tx, actor, { action: 'test.failed' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await verify(o)).entries).toBe(before.entries + 1);
  });

  test('numbers the acts of a team densely, whoever races', async () => {
    const o = await office();
    const { entries } = await verify(o);
    await Promise.all(Array.from({ length: 60 }, (_, n) => act(o, `test.race_${n}`)));
    const after = await verify(o);
    expect(after).toMatchObject({ intact: true, entries: entries + 61 });
  });

  test('G15 an edited, a moved, a removed entry and a cut end are each found', async () => {
    const tamper = async (how: (o: Office) => Promise<unknown>) => {
      const o = await office();
      for (let n = 1; n <= 5; n += 1) await act(o, 'test.done', { after: { n } });
      await how(o);
      const verdict = await o.db.read(o.actor('何雅琴'), (tx) => walkChain(tx, o.team));
      return [verdict.intact, verdict.firstBroken?.why, verdict.firstBroken?.seq];
    };
    const change = (set: string) => (o: Office) =>
      intruder.query(`update audit_entries set ${set} where team_id = $1 and seq = 8`, [o.team]);
    expect(await tamper(async () => undefined)).toEqual([true, undefined, undefined]);
    expect(await tamper(change(`after = '{"n":9}'`))).toEqual([false, 'changed', 8]);
    expect(await tamper(change(`actor_id = null`))).toEqual([false, 'changed', 8]);
    expect(await tamper(change(`at = at - interval '1 hour'`))).toEqual([false, 'changed', 8]);
    expect(await tamper(change(`outcome = 'refused'`))).toEqual([false, 'changed', 8]);
    const remove = (o: Office) =>
      intruder.query('delete from audit_entries where team_id = $1 and seq = 8', [o.team]);
    expect(await tamper(remove)).toEqual([false, 'missing', 8]);
    const move = async (o: Office) => {
      const rows = 'update audit_entries set seq =';
      await intruder.query(`${rows} -seq where team_id = $1 and seq in (8, 9)`, [o.team]);
      await intruder.query(`${rows} 17 + seq where team_id = $1 and seq < 0`, [o.team]);
    };
    expect(await tamper(move)).toEqual([false, 'changed', 8]);
    const cut = (o: Office) =>
      intruder.query('delete from audit_entries where team_id = $1 and seq > 8', [o.team]);
    expect(await tamper(cut)).toEqual([false, 'cut', 9]);
  });

  test('the product itself may neither edit nor remove', async () => {
    const o = await office();
    const actor = o.actor('何雅琴');
    for (const statement of [
      sql`update audit_entries set action = 'x'`,
      sql`delete from audit_entries`,
      sql`truncate audit_entries`,
    ]) {
      await expect(o.db.write(actor, (tx) => run(tx, statement))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  test('G15 a long chain is walked to its end', { timeout: 120_000 }, async () => {
    const o = await office();
    const actor = o.actor('何雅琴');
    for (let batch = 0; batch < 5; batch += 1) {
      await o.db.write(actor, async (tx) => {
        for (let n = 0; n < 2_000; n += 1) {
          record(tx, actor, {
            action: 'buyer.revealed',
            subject: { kind: 'buyer', id: o.shop },
            after: { field: 'phone', n },
          });
        }
      });
    }
    const started = performance.now();
    const verdict = await o.db.read(actor, (tx) => walkChain(tx, o.team));
    const seconds = (performance.now() - started) / 1000;
    expect(verdict.intact).toBe(true);
    expect(verdict.entries).toBeGreaterThan(10_000);
    console.log(`audit chain: ${verdict.entries} entries verified in ${seconds.toFixed(2)} s`);
  });
});

describe('SEC-01 reading the record', () => {
  test('by action, resource, person, subject, outcome and time, page by page', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const started = new Date().toISOString();
    await act(o, 'buyer.revealed', { subject: { kind: 'buyer', id: 'b1' }, reason: '核对收货人' });
    await act(o, 'buyer.blocked', { subject: { kind: 'buyer', id: 'b2' } });
    await act(o, 'order.revealed', { subject: { kind: 'order', id: 'o1' } });
    const agent = await o.as('林小满');
    await agent.attempt(audit.listAuditEntries, {});
    const found = async (query: object) =>
      (await owner.call(audit.listAuditEntries, { since: started, ...query })).items.map(
        (entry) => entry.action,
      );
    expect(await found({ action: 'buyer.' })).toEqual(['buyer.blocked', 'buyer.revealed']);
    expect(await found({ action: 'buyer.revealed' })).toEqual(['buyer.revealed']);
    expect(await found({ subjectId: 'b2' })).toEqual(['buyer.blocked']);
    expect(await found({ outcome: 'refused' })).toEqual(['listAuditEntries']);
    expect(await found({ actorId: o.member('林小满') })).toEqual([
      'listAuditEntries',
      'access.signed_in',
    ]);
    expect(await found({ until: started })).toEqual([]);
    expect(await found({ action: '%.' })).toEqual([]);
    const pages: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await owner.call(audit.listAuditEntries, {
        since: started,
        limit: 2,
        ...(cursor ? { cursor } : {}),
      });
      pages.push(...page.items.map((entry) => entry.action));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(pages).toEqual(await found({}));
  });

  test('ACL-02 a lead of one shop reads the acts of that shop only', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    await owner.call(access.changeMemberRole, {
      memberId: o.member('周启明'),
      role: 'lead',
      shopIds: [o.shop],
    });
    await act(o, 'buyer.revealed', { shop: o.shop });
    const lead = await o.as('周启明');
    const seen = (await lead.call(audit.listAuditEntries, {})).items;
    expect(seen.map((entry) => entry.action)).toEqual(['buyer.revealed', 'shop.created']);
    expect(outcomeOf(await (await o.as('方予安')).attempt(audit.listAuditEntries, {}))).toBe(
      'access.denied',
    );
  });

  test('SEC-06 a team reads and verifies only its own', async () => {
    const [o, other] = [await office(), await office()];
    await act(o, 'test.only_here');
    const entries = await (await other.as('何雅琴')).call(audit.listAuditEntries, {});
    expect(entries.items.some((entry) => entry.action === 'test.only_here')).toBe(false);
  });

  test('ACL-05 what goes on record is masked', async () => {
    const o = await office();
    await act(o, 'buyer.changed', {
      before: { phone: '13812344614' },
      after: { phone: '13912344615', note: '请打 13912344615' },
    });
    const stored = await intruder.query(
      'select before, after from audit_entries where team_id = $1',
      [o.team],
    );
    expect(JSON.stringify(stored.rows)).not.toMatch(/1381234|1391234/);
  });

  test('sign-ins, done and refused, say from where', async () => {
    const o = await office();
    const browser = o.browser();
    browser.sent.address = '198.51.100.20';
    await browser.attempt(access.signIn, { email: o.email('林小满'), password: 'wrong wrong' });
    const owner = await o.as('何雅琴');
    const { items } = await owner.call(audit.listAuditEntries, { action: 'access.signed_in' });
    expect(items[1]).toMatchObject({
      outcome: 'refused',
      reason: 'access.sign_in_refused',
      said: expect.stringMatching(/\p{Script=Han}/u),
      actor: { kind: 'nobody', id: null },
      subject: { kind: 'member', id: o.member('林小满') },
      address: '198.51.100.20',
    });
    expect(items[0]).toMatchObject({
      outcome: 'done',
      said: null,
      actor: { id: o.member('何雅琴') },
    });
  });
});

describe('SEC-01 settings on record', () => {
  test('a shop setting: before, after, who', async () => {
    const o = await office();
    const lead = await o.as('周启明');
    await lead.call(shops.updateShopSettings, { shopId: o.shop, answerPromiseSeconds: 30 });
    const { items } = await lead.call(audit.listAuditEntries, { action: 'shop.settings_changed' });
    expect(items[0]).toMatchObject({
      before: { answerPromiseSeconds: 60 },
      after: { answerPromiseSeconds: 30 },
      actor: { name: '周启明' },
      shopId: o.shop,
    });
  });
});
