import { access } from '@guitai/contract';
import { TOTP } from 'otpauth';
import { afterEach, describe, expect, test } from 'vitest';
import { office, openBrowser, password } from '../../../test/office.ts';
import { clock } from '../../kernel/clock.ts';

const realNow = clock.now;
afterEach(() => {
  clock.now = realNow;
});
const travel = (ms: number) => {
  const from = clock.now();
  clock.now = () => from + ms;
};

describe('signing in', () => {
  test('a person signs in, is known by the cookie, signs out', async () => {
    const o = await office();
    const browser = o.browser();
    const answer = await browser.call(access.signIn, {
      email: o.email('林小满').toUpperCase(),
      password,
    });
    expect(answer).toEqual({
      state: 'signed_in',
      memberId: o.member('林小满'),
      teamId: o.team,
    });
    const self = await browser.call(access.getSelf);
    expect(self.member).toMatchObject({ name: '林小满', role: 'agent', secondFactor: false });
    expect(self.grants['conversations.reply']).toBe('own');
    expect(self.grants['keys.manage']).toBeUndefined();
    expect(self.shops.map((shop) => shop.id)).toEqual([o.shop]);
    const kept = new Map(browser.cookies);
    await browser.call(access.signOut);
    expect(browser.cookies.has('guitai_session')).toBe(false);
    const thief = openBrowser(o.app);
    for (const [name, value] of kept) thief.cookies.set(name, value);
    const outcome = await thief.attempt(access.getSelf);
    expect(!outcome.ok && outcome.problem.code).toBe('access.signed_out');
  });

  test('SEC-05 the session cookie is out of reach for scripts and other sites', async () => {
    const o = await office();
    const signIn = (headers: Record<string, string>) =>
      o.browser().raw({
        method: 'POST',
        path: '/api/sign-ins',
        headers: { 'content-type': 'application/json', ...headers },
        body: { email: o.email('林小满'), password },
      });
    const plain = [(await signIn({})).headers['set-cookie']].flat().join('\n');
    expect(plain).toMatch(/guitai_session=.*HttpOnly; SameSite=Lax$/m);
    const secure = [(await signIn({ 'x-forwarded-proto': 'https' })).headers['set-cookie']].flat();
    for (const line of secure) expect(line).toMatch(/; Secure$/);
  });

  test('SEC-02 unknown e-mail and wrong password: the same answer', async () => {
    const o = await office();
    const ask = async (email: string) => {
      const { status, body } = await o.browser().raw({
        method: 'POST',
        path: '/api/sign-ins',
        headers: { 'content-type': 'application/json' },
        body: { email, password: 'wrong wrong wrong' },
      });
      return { status, body };
    };
    const known = await ask(o.email('林小满'));
    expect(known.status).toBe(401);
    expect(await ask('nobody-here@example.com')).toEqual(known);
  });

  test('SEC-02 ten wrong passwords delay strangers, the known device still gets in', async () => {
    const o = await office();
    const known = await o.as('周启明');
    await known.call(access.signOut);
    const stranger = o.browser();
    const wrong = () =>
      stranger.attempt(access.signIn, { email: o.email('周启明'), password: 'wrong wrong' });
    await Promise.all(Array.from({ length: 10 }, wrong));
    const eleventh = await wrong();
    expect(!eleventh.ok && eleventh.problem.code).toBe('access.sign_in_delayed');
    const seconds = Number(!eleventh.ok && eleventh.problem.problem.params?.seconds);
    expect(seconds > 20 && seconds <= 30).toBe(true);
    const right = await stranger.attempt(access.signIn, { email: o.email('周启明'), password });
    expect(right.ok).toBe(false);
    await known.call(access.signIn, { email: o.email('周启明'), password });
    travel(31_000);
    const later = await stranger.attempt(access.signIn, { email: o.email('周启明'), password });
    expect(later.ok).toBe(true);
  });

  test('SEC-02 a delayed answer says when to come back, also for addresses nobody has', async () => {
    const o = await office();
    const email = `nobody-${o.team}@example.com`;
    const browser = o.browser();
    const wrong = () =>
      browser.raw({
        method: 'POST',
        path: '/api/sign-ins',
        headers: { 'content-type': 'application/json' },
        body: { email, password: 'wrong wrong' },
      });
    await Promise.all(Array.from({ length: 10 }, wrong));
    const delayed = await wrong();
    expect(delayed.status).toBe(429);
    const wait = Number(delayed.headers['retry-after']);
    expect(wait > 20 && wait <= 30).toBe(true);
  });

  test('a deactivated member is refused like a wrong password', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    await owner.call(access.deactivateMember, { memberId: o.member('林小满') });
    const outcome = await o
      .browser()
      .attempt(access.signIn, { email: o.email('林小满'), password });
    expect(!outcome.ok && outcome.problem.code).toBe('access.sign_in_refused');
  });
});

describe('the second factor', () => {
  async function withFactor() {
    const o = await office();
    const browser = await o.as('林小满');
    const { secret, uri } = await browser.call(access.beginSecondFactor, { password });
    expect(uri).toMatch(/^otpauth:\/\/totp\/Guitai:/);
    const totp = new TOTP({ secret });
    const code = () => totp.generate({ timestamp: clock.now() });
    const key = { idempotencyKey: 'confirm-the-second-factor' };
    const { recoveryCodes } = await browser.call(access.confirmSecondFactor, { code: code() }, key);
    return { o, browser, code, recoveryCodes, key };
  }
  const challengeOf = async (o: Awaited<ReturnType<typeof office>>) => {
    const browser = o.browser();
    const answer = await browser.call(access.signIn, { email: o.email('林小满'), password });
    if (answer.state !== 'second_factor') throw new Error('no second step');
    expect(browser.cookies.has('guitai_session')).toBe(false);
    return { browser, challenge: answer.challenge };
  };

  test('SEC-03 is asked for, and a code never works twice', async () => {
    const { o, code } = await withFactor();
    const first = await challengeOf(o);
    const used = await first.browser.attempt(access.verifySecondFactor, {
      challenge: first.challenge,
      code: code(),
    });
    expect(!used.ok && used.problem.code).toBe('access.code_refused');
    travel(31_000);
    await first.browser.call(access.verifySecondFactor, {
      challenge: first.challenge,
      code: code(),
    });
    expect((await first.browser.call(access.getSelf)).member.secondFactor).toBe(true);
    const second = await challengeOf(o);
    const replay = await second.browser.attempt(access.verifySecondFactor, {
      challenge: second.challenge,
      code: code(),
    });
    expect(replay.ok).toBe(false);
  });

  test('a challenge works once, for five minutes, for five tries', async () => {
    const { o, code } = await withFactor();
    const { browser, challenge } = await challengeOf(o);
    for (let n = 0; n < 5; n += 1) {
      const wrong = await browser.attempt(access.verifySecondFactor, { challenge, code: '000000' });
      expect(!wrong.ok && wrong.problem.code).toBe('access.code_refused');
    }
    travel(31_000);
    const sixth = await browser.attempt(access.verifySecondFactor, { challenge, code: code() });
    expect(!sixth.ok && sixth.problem.code).toBe('access.challenge_expired');
    const late = await challengeOf(o);
    travel(301_000);
    const expired = await late.browser.attempt(access.verifySecondFactor, {
      challenge: late.challenge,
      code: code(),
    });
    expect(!expired.ok && expired.problem.code).toBe('access.challenge_expired');
  });

  test('a recovery code works once; the same confirmation again shows the same codes', async () => {
    const { o, browser, recoveryCodes, key, code } = await withFactor();
    expect(new Set(recoveryCodes).size).toBe(10);
    const again = await browser.call(access.confirmSecondFactor, { code: code() }, key);
    expect(again.recoveryCodes).toEqual(recoveryCodes);
    const [one = ''] = recoveryCodes;
    const use = async () => {
      const { browser: b, challenge } = await challengeOf(o);
      return b.attempt(access.verifySecondFactor, { challenge, code: one.toUpperCase() });
    };
    const [a, b] = await Promise.all([use(), use()]);
    expect([a.ok, b.ok].filter(Boolean)).toHaveLength(1);
  });

  test('is taken off with the password only', async () => {
    const { o, browser } = await withFactor();
    const wrong = await browser.attempt(access.removeSecondFactor, { password: 'wrong wrong' });
    expect(!wrong.ok && wrong.problem.code).toBe('access.password_wrong');
    await browser.call(access.removeSecondFactor, { password });
    const answer = await o.browser().call(access.signIn, { email: o.email('林小满'), password });
    expect(answer.state).toBe('signed_in');
  });
});

describe('password and devices', () => {
  test('SEC-03 a new password ends every other session; a retry of the same request is harmless', async () => {
    const o = await office();
    const here = await o.as('林小满');
    const there = await o.as('林小满');
    const input = { current: password, next: '新的密码要长一点才好' };
    const key = { idempotencyKey: 'change-my-password' };
    await here.call(access.changePassword, input, key);
    await here.call(access.changePassword, input, key);
    expect((await there.attempt(access.getSelf)).ok).toBe(false);
    expect((await here.call(access.listSessions, {})).items).toHaveLength(1);
    const old = await o.browser().attempt(access.signIn, { email: o.email('林小满'), password });
    expect(old.ok).toBe(false);
  });

  test('an easy new password, and a wrong present one, are refused', async () => {
    const o = await office();
    const here = await o.as('林小满');
    const easy = await here.attempt(access.changePassword, {
      current: password,
      next: '1234567890',
    });
    expect(!easy.ok && easy.problem.code).toBe('access.password_too_easy');
    const wrong = await here.attempt(access.changePassword, {
      current: 'not this one',
      next: '新的密码要长一点才好',
    });
    expect(!wrong.ok && wrong.problem.code).toBe('access.password_wrong');
  });

  test('SEC-03 the list of devices, page by page, and ending one or all others', async () => {
    const o = await office();
    const here = await o.as('林小满');
    const others = await Promise.all([o.as('林小满'), o.as('林小满'), o.as('林小满')]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await here.call(access.listSessions, {
        limit: 1,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.items.map((one) => `${one.current} ${one.device}`));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['true Chrome, Windows', ...Array(3).fill('false Chrome, Windows')]);
    const { items } = await here.call(access.listSessions, {});
    await here.call(access.endSession, { sessionId: items[1]?.id ?? '' });
    const gone = await here.attempt(access.endSession, { sessionId: items[1]?.id ?? '' });
    expect(!gone.ok && gone.problem.code).toBe('session.not_found');
    expect(await here.call(access.endOtherSessions)).toEqual({ ended: 2 });
    for (const other of others) expect((await other.attempt(access.getSelf)).ok).toBe(false);
  });

  test('nobody ends a colleague’s session', async () => {
    const o = await office();
    const owner = await o.as('何雅琴');
    const { items } = await (await o.as('林小满')).call(access.listSessions, {});
    const outcome = await owner.attempt(access.endSession, { sessionId: items[0]?.id ?? '' });
    expect(!outcome.ok && outcome.problem.code).toBe('session.not_found');
  });

  test('a session ends when unused, and in any case at its end', async () => {
    const o = await office();
    const browser = await o.as('林小满');
    travel(13 * 86_400_000);
    await browser.call(access.getSelf);
    travel(13 * 86_400_000);
    await browser.call(access.getSelf);
    travel(14 * 86_400_000 + 1000);
    expect((await browser.attempt(access.getSelf)).ok).toBe(false);
  });
});
