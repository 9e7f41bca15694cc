import { access, audit } from '@guitai/contract';
import { sql } from 'kysely';
import { afterEach, describe, expect, test } from 'vitest';
import { office, openBrowser, outcomeOf, password } from '../../../test/office.ts';
import { system } from '../../kernel/actor.ts';
import { clock } from '../../kernel/clock.ts';
import { run } from '../../kernel/tx.ts';
import { addMember } from './join.ts';
import { hashPassword } from './password.ts';
import { refreshStaff } from './principal.ts';
import { recoverAccount } from './recovery.ts';

const realNow = clock.now;
afterEach(() => {
  clock.now = realNow;
});

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('SEC-02 the door under a crowd', () => {
  test('300 people behind one address sign in within a minute', { timeout: 180_000 }, async () => {
    const o = await office();
    const making = system(o.team, 'test');
    const passwordHash = await hashPassword(password);
    const emails = Array.from({ length: 300 }, (_, n) => `shift-${n}-${o.team}@example.com`);
    await o.db.write(making, async (tx) => {
      for (const [n, email] of emails.entries()) {
        const joining = { name: `客服 ${n}`, email, role: 'agent', shops: null } as const;
        await addMember(making, tx, { ...joining, locale: 'zh-CN', passwordHash });
      }
    });
    const started = performance.now();
    const answers = await Promise.all(
      emails.map((email) => openBrowser(o.app).attempt(access.signIn, { email, password })),
    );
    const seconds = (performance.now() - started) / 1000;
    expect(answers.filter((answer) => answer.ok)).toHaveLength(300);
    console.log(`300 sign-ins from one address: ${seconds.toFixed(1)} s`);
  });

  test('G19 the time of a refusal tells nothing about the address', {
    timeout: 90_000,
  }, async () => {
    const o = await office();
    const timeOf = async (email: string) => {
      const started = performance.now();
      await openBrowser(o.app).attempt(access.signIn, { email, password: 'wrong wrong wrong' });
      return performance.now() - started;
    };
    // The persons of the tests have a password that is cheap to check; this one has one as the product keeps it.
    await recoverAccount(o.db, o.email('周启明'), await hashPassword(password));
    await timeOf(o.email('林小满'));
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let n = 0; n < 9; n += 1) {
      known.push(await timeOf(o.email('周启明')));
      unknown.push(await timeOf(`nobody-${n}-${o.team}@example.com`));
    }
    // Without the hash that is made for nobody the two differ by a factor of a hundred; noise does not.
    const ratio = median(known) / median(unknown);
    expect(ratio > 0.4 && ratio < 2.5).toBe(true);
    console.log(`known ${median(known).toFixed(1)} ms, unknown ${median(unknown).toFixed(1)} ms`);
  });
});

describe('the door and other sites', () => {
  const post = (browser: ReturnType<typeof openBrowser>, headers: Record<string, string>) =>
    browser.raw({ method: 'DELETE', path: '/api/self/other-sessions', headers });

  test('a mutation with our cookie from another site is not carried out', async () => {
    const o = await office();
    const [here, there] = [await o.as('林小满'), await o.as('林小满')];
    for (const origin of ['https://evil.example', 'null', 'http://desk.test.evil.example']) {
      const answer = await post(here, { origin });
      expect(answer.status).toBe(403);
      expect(answer.json().code).toBe('request.foreign_origin');
    }
    expect((await there.attempt(access.getSelf)).ok).toBe(true);
    expect((await post(here, { origin: 'http://desk.test' })).status).toBe(200);
  });

  test('signing somebody in from another site is not carried out either', async () => {
    const o = await office();
    const browser = o.browser();
    browser.cookies.set('guitai_device', 'x.y');
    const answer = await browser.raw({
      method: 'POST',
      path: '/api/sign-ins',
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
      body: { email: o.email('林小满'), password },
    });
    expect(answer.status).toBe(403);
    const form = await o.browser().raw({
      method: 'POST',
      path: '/api/sign-ins',
      headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
      body: JSON.stringify({ email: o.email('林小满'), password }),
    });
    expect(form.status).toBeGreaterThanOrEqual(400);
    expect(form.headers['set-cookie']).toBeUndefined();
  });
});

describe('a person who lost password and phone', () => {
  test('gets a new one from the operator; every session ends, the second factor is off, it is on record', async () => {
    const o = await office();
    const browser = await o.as('林小满');
    const fresh = '一个新的开始用的密码';
    expect(await recoverAccount(o.db, 'nobody@example.com', await hashPassword(fresh))).toBe(false);
    expect(await recoverAccount(o.db, o.email('林小满'), await hashPassword(fresh))).toBe(true);
    expect(outcomeOf(await browser.attempt(access.getSelf))).toBe('access.signed_out');
    const email = o.email('林小满');
    expect(outcomeOf(await o.browser().attempt(access.signIn, { email, password }))).toBe(
      'access.sign_in_refused',
    );
    await o.browser().call(access.signIn, { email, password: fresh });
    const owner = await o.as('何雅琴');
    const { items } = await owner.call(audit.listAuditEntries, {
      action: 'access.account_recovered',
    });
    expect(items[0]).toMatchObject({ actor: { kind: 'system' }, reason: 'guitai account' });
  });
});

describe('SEC-05 what the door keeps', () => {
  test('no token, no password and no code stands in the database as it was given', async () => {
    const o = await office();
    const browser = await o.as('林小满');
    const token = browser.cookies.get('guitai_session') ?? '';
    const { secret } = await browser.call(access.beginSecondFactor, { password });
    const kept = await o.db.read(o.actor('林小满'), (tx) =>
      run(
        tx,
        sql`select row_to_json(s)::text from account_sessions s union all select row_to_json(a)::text from accounts a
            union all select row_to_json(i)::text from idempotency_keys i`,
      ),
    );
    const text = JSON.stringify(kept);
    for (const given of [token, token.split('.')[0] ?? '', password, secret]) {
      expect(text).not.toContain(given);
      expect(text).not.toContain(Buffer.from(given).toString('hex'));
    }
  });

  test('another process that ended a session is believed within a second', async () => {
    const o = await office();
    const browser = await o.as('林小满');
    const { sessionId } = await browser.call(access.getSelf);
    // As another process would do it: no event passes through this one.
    await o.db.raw(o.team, (client) =>
      client.query('delete from account_sessions where id = $1', [sessionId]),
    );
    clock.now = () => realNow() + 1000;
    expect(outcomeOf(await browser.attempt(access.getSelf))).toBe('access.signed_out');
    expect(await refreshStaff(o.db, { ...o.actor('林小满'), session: sessionId })).toBeNull();
  });
});
